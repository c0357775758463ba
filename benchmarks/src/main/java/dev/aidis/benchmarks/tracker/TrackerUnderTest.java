package dev.aidis.benchmarks.tracker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * A tracker in processes of its own, started by {@code aidis up -d} as a user starts it; only that
 * one client may ask as often as it likes.
 */
public final class TrackerUnderTest implements AutoCloseable {
  /** Set by {@code benchmarks/run}: the checkout. */
  private static final String ROOT = "aidis.benchmarks.root";

  /**
   * Set by {@code benchmarks/run --quick}: the home of one tracker for several benchmarks, which
   * the first of them starts and none stops.
   */
  private static final String SHARED = "aidis.benchmarks.tracker";

  private final Path home;
  private final boolean shared;
  private final TrackerPorts ports;

  private TrackerUnderTest(Path home, boolean shared) throws IOException {
    this.home = home;
    this.shared = shared;
    this.ports = TrackerPorts.of(home);
  }

  /**
   * Starts one on free ports in an empty home and returns when it is ready; or returns the one that
   * several benchmarks share.
   *
   * @throws IllegalStateException when it does not start; what it says is printed
   */
  public static TrackerUnderTest start() throws IOException, InterruptedException {
    String home = System.getProperty(SHARED);
    TrackerUnderTest tracker =
        home == null
            ? new TrackerUnderTest(Files.createTempDirectory("aidis-benchmark"), false)
            : new TrackerUnderTest(Path.of(home), true);
    if (Files.notExists(tracker.home.resolve("run/tracker.json"))) {
      tracker.aidis("up", "-d");
    }
    return tracker;
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + ports.http() + path);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/aidis";
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + ports.kafka();
  }

  public Path home() {
    return home;
  }

  /** What it and its database use now. */
  public Footprint footprint() throws IOException {
    return Footprint.of(home);
  }

  /** Stops it, and starts it again; returns how long the start took. */
  public Duration restart() throws IOException, InterruptedException {
    aidis("down");
    return timedStart();
  }

  /** The same, but what the processor remembers is gone from its disk: it comes back from Kafka. */
  public Duration restartWithoutState() throws IOException, InterruptedException {
    aidis("down");
    FileUtils.deleteDirectory(directory(Data.STATE).toFile());
    return timedStart();
  }

  private Duration timedStart() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    aidis("up", "-d");
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** What a home holds. */
  public enum Data {
    KAFKA("kafka"),
    POSTGRES("postgres"),
    STATE("streams");

    private final String directory;

    Data(String directory) {
      this.directory = directory;
    }
  }

  /** Bytes on disk. */
  public long size(Data data) {
    return FileUtils.sizeOfDirectory(directory(data).toFile());
  }

  private Path directory(Data data) {
    return home.resolve(data.directory);
  }

  /** An {@code aidis} command of this tracker's user, to be started. */
  public ProcessBuilder command(List<String> arguments) {
    List<String> command = new ArrayList<>(arguments);
    command.addFirst(Path.of(System.getProperty(ROOT, "."), "aidis").toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.remove("AIDIS_URL");
    environment.put("AIDIS_HOME", home.toString());
    environment.put("AIDIS_PORT", Integer.toString(ports.http()));
    environment.put("AIDIS_POSTGRES_PORT", Integer.toString(ports.postgres()));
    environment.put("AIDIS_KAFKA_PORT", Integer.toString(ports.kafka()));
    environment.put("AIDIS_OWNER", "benchmark");
    environment.put("AIDIS_RATE_LIMIT", "0");
    return builder;
  }

  private void aidis(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder command = command(List.of(arguments));
    int code = command.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command.command()) + " ended with " + code);
    }
  }

  /** Stops it and removes its home, unless it is shared. */
  @Override
  public void close() throws IOException {
    if (shared) {
      return;
    }
    try {
      aidis("down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FileUtils.deleteDirectory(home.toFile());
  }
}
