package dev.aidis.benchmarks.tracker;

import dev.aidis.benchmarks.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a tracker is reached, kept in a file of its home: those who share it find it there.
 *
 * @param http of the tracker itself
 * @param postgres of its database
 * @param kafka of its broker
 */
record TrackerPorts(int http, int postgres, int kafka) {
  private static final String FILE = "benchmark-ports";

  /** Free ones for a home that has none yet. */
  static TrackerPorts of(Path home) throws IOException {
    Path file = home.resolve(FILE);
    if (Files.exists(file)) {
      List<Integer> ports = Files.readAllLines(file).stream().map(Integer::valueOf).toList();
      return new TrackerPorts(ports.get(0), ports.get(1), ports.get(2));
    }
    TrackerPorts free = new TrackerPorts(FreePort.next(), FreePort.next(), FreePort.next());
    Files.writeString(file, "%d%n%d%n%d%n".formatted(free.http, free.postgres, free.kafka));
    return free;
  }
}
