package dev.aidis.standalone;

import static org.awaitility.Awaitility.await;

import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A tracker in a JVM of its own, as {@code aidis up} runs it. */
final class TrackerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path home;
  private final Path errors;

  private TrackerProcess(Process process, Path home, Path errors) {
    this.process = process;
    this.home = home;
    this.errors = errors;
  }

  /**
   * Starts it and does not wait.
   *
   * @param directory for what it prints
   */
  static TrackerProcess launch(Settings settings, Path directory) throws IOException {
    return launch(settings, directory, Map.of());
  }

  static TrackerProcess launch(Settings settings, Path directory, Map<String, String> more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx320m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(StandaloneMain.class.getName());
    Path errors = Files.createTempFile(directory, "tracker", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Files.createTempFile(directory, "tracker", ".out").toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(environment(settings));
    builder.environment().putAll(more);
    return new TrackerProcess(builder.start(), settings.home(), errors);
  }

  TrackerProcess awaitReady() {
    await("tracker in " + home)
        .atMost(PATIENCE)
        .failFast("the tracker ended", () -> !process.isAlive())
        .until(this::isReady);
    return this;
  }

  /** A tracker that was killed leaves its file behind. */
  private boolean isReady() throws IOException {
    Path info = TrackerInfo.fileIn(home.resolve("run"));
    return Files.exists(info)
        && Files.readString(info).contains("\"pid\" : %d,".formatted(process.pid()));
  }

  /** Waits for its end, and returns its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the tracker in " + home + " did not end");
    }
    return process.exitValue();
  }

  /** What it printed to standard error. */
  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code aidis down} does. */
  @Override
  public void close() {
    process.destroy();
    try {
      exitCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Map<String, String> environment(Settings settings) {
    return Map.of(
        "AIDIS_HOME", settings.home().toString(),
        "AIDIS_PORT", Integer.toString(settings.port()),
        "AIDIS_POSTGRES_PORT", Integer.toString(settings.postgresPort()),
        "AIDIS_KAFKA_PORT", Integer.toString(settings.kafkaPort()),
        "AIDIS_OWNER", String.valueOf(settings.owner()),
        "AIDIS_PARTITIONS", String.valueOf(settings.partitions()));
  }
}
