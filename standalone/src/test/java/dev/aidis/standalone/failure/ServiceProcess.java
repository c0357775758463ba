package dev.aidis.standalone.failure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a JVM of its own, which can be killed, frozen and stopped. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Process process;

  private ServiceProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * Starts it and does not wait.
   *
   * @param main the service's main class
   * @param properties by Spring's names
   * @param directory for its log and what it prints
   */
  static ServiceProcess start(
      String name, Class<?> main, Map<String, String> properties, Path directory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Daidis.log=" + directory.resolve(name + ".log"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    properties.forEach((key, value) -> command.add("--" + key + "=" + value));
    File printed = directory.resolve(name + ".out").toFile();
    try {
      return new ServiceProcess(
          name,
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(printed))
              .start());
    } catch (IOException e) {
      throw new IllegalStateException("cannot start " + name, e);
    }
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9} does: nothing of it runs when this returns. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Stops its time, as a machine does that is put to sleep, until {@link #thaw}. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /** Asks it to stop, and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(name + " did not stop within " + PATIENCE);
    }
  }

  /** However it is: nothing of it is left. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void signal(String signal) throws IOException, InterruptedException {
    String[] command = {"kill", "-" + signal, Long.toString(process.pid())};
    int code = new ProcessBuilder(command).start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
    }
  }
}
