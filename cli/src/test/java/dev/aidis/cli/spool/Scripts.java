package dev.aidis.cli.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the shell scripts of the spool as Claude Code would, with a spool of their own. */
final class Scripts implements AutoCloseable {
  private static final Path DIRECTORY = Path.of("../scripts").toAbsolutePath().normalize();
  private static final long PATIENCE_SECONDS = 60;

  private final Path state;

  /** What root runs by to be refused what a file's permissions refuse; other users are anyway. */
  private static final List<String> BOUND =
      List.of(
          "setpriv",
          "--bounding-set=-dac_override,-dac_read_search",
          "--inh-caps=-dac_override,-dac_read_search");

  private final Map<String, String> environment = new HashMap<>();
  private List<String> runBy = List.of();

  /**
   * @param home a directory of the test's own
   */
  Scripts(Path home) {
    state = home.resolve("state");
    environment.put("HOME", home.toString());
    environment.put("XDG_STATE_HOME", state.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("AIDIS_SPOOL_PATIENCE", "0");
  }

  Scripts with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** From now on permissions bind them, also where the tests are run by root. */
  Scripts boundByPermissions() {
    runBy = "root".equals(System.getProperty("user.name")) ? BOUND : List.of();
    return this;
  }

  String path() {
    return environment.getOrDefault("PATH", "");
  }

  /** What a run left. */
  record Result(int exitCode, String output) {}

  /** A hook tells a payload. */
  Result hook(String payload) throws IOException, InterruptedException {
    Process hook = startHook(payload);
    return result(hook);
  }

  Process startHook(String payload) throws IOException {
    Process hook = start("hook.sh", "/hooks/claude-code");
    try (var in = hook.getOutputStream()) {
      in.write(payload.getBytes(StandardCharsets.UTF_8));
    } catch (IOException killedMeanwhile) {
      return hook;
    }
    return hook;
  }

  Result deliver() throws IOException, InterruptedException {
    return result(start("spool.sh", "deliver"));
  }

  Process startDelivering() throws IOException {
    return start("spool.sh", "deliver");
  }

  private Process start(String script, String argument) throws IOException {
    List<String> command = new ArrayList<>(runBy);
    command.addAll(List.of("sh", DIRECTORY.resolve(script).toString(), argument));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Result result(Process process) throws IOException, InterruptedException {
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("not done in " + PATIENCE_SECONDS + " s: " + output);
    }
    return new Result(process.exitValue(), output);
  }

  /** Waits for what still runs in the background. */
  @Override
  public void close() {
    awaitBackground();
  }

  /** Waits until nothing delivers in the background. */
  Scripts awaitBackground() {
    String directory = DIRECTORY.toString();
    ProcessHandle.allProcesses()
        .filter(process -> runs(process, directory))
        .forEach(process -> process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    return this;
  }

  private static boolean runs(ProcessHandle process, String directory) {
    return process.info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(argument -> argument.startsWith(directory));
  }

  /** The variable {@code XDG_STATE_HOME} of these scripts. */
  String state() {
    return state.toString();
  }

  Path directory() {
    return state.resolve("aidis/spool");
  }

  List<Path> waiting() throws IOException {
    return files("new");
  }

  /** The records set aside, without their reasons. */
  List<Path> rejected() throws IOException {
    return files("rejected").stream().filter(file -> !file.toString().endsWith(".reason")).toList();
  }

  private List<Path> files(String kind) throws IOException {
    Path kept = directory().resolve(kind);
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.sorted().toList();
    }
  }
}
