package dev.aidis.benchmarks.tracker;

import dev.aidis.benchmarks.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * A tracker in processes of its own, started by {@code aidis up -d} as a user starts it; only that
 * one client may ask as often as it likes.
 */
public final class TrackerUnderTest implements AutoCloseable {
  /** Set by {@code benchmarks/run}: the checkout. */
  private static final String ROOT = "aidis.benchmarks.root";

  private final Path home;
  private final int port;
  private final int postgresPort;
  private final int kafkaPort;

  private TrackerUnderTest(Path home) throws IOException {
    this.home = home;
    this.port = FreePort.next();
    this.postgresPort = FreePort.next();
    this.kafkaPort = FreePort.next();
  }

  /**
   * Starts one on free ports in an empty home and returns when it is ready.
   *
   * @throws IllegalStateException when it does not start; what it says is printed
   */
  public static TrackerUnderTest start() throws IOException, InterruptedException {
    TrackerUnderTest tracker = new TrackerUnderTest(Files.createTempDirectory("aidis-benchmark"));
    tracker.aidis("up", "-d");
    return tracker;
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/aidis";
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
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

  private void aidis(String... arguments) throws IOException, InterruptedException {
    String launcher = Path.of(System.getProperty(ROOT, "."), "aidis").toString();
    String[] command = new String[arguments.length + 1];
    command[0] = launcher;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "AIDIS_HOME", home.toString(),
                "AIDIS_PORT", Integer.toString(port),
                "AIDIS_POSTGRES_PORT", Integer.toString(postgresPort),
                "AIDIS_KAFKA_PORT", Integer.toString(kafkaPort),
                "AIDIS_OWNER", "benchmark",
                "AIDIS_RATE_LIMIT", "0"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    int code = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }
  }

  /** Stops it and removes its home. */
  @Override
  public void close() throws IOException {
    try {
      aidis("down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FileUtils.deleteDirectory(home.toFile());
  }
}
