package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A terminal with a shell in which somebody types, by tmux: what is seen on it. */
final class TerminalPane implements AutoCloseable {
  private static final String TMUX = "tmux";
  private static final String MISSING =
      "what people see is tested in tmux: apt-get install tmux, or brew install tmux";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(20);

  /** The prompt tells the exit code of the command before. */
  private static final Pattern PROMPT = Pattern.compile("\\[\\d+]\\$");

  private final Path socket;

  private TerminalPane(Path socket) {
    this.socket = socket;
  }

  /** Without tmux the test is left out, and fails in CI: either says what to install. */
  static void requireTmux() {
    boolean there =
        Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, TMUX)));
    if (System.getenv("CI") != null) {
      assertThat(there).as(MISSING).isTrue();
    }
    assumeTrue(there, MISSING);
  }

  /**
   * Opens one.
   *
   * @param directory for the socket
   * @param environment all that the shell has
   */
  static TerminalPane open(Path directory, int columns, Map<String, String> environment)
      throws IOException {
    Path socket = Files.createTempDirectory(directory, TMUX).resolve("s");
    List<String> command =
        new ArrayList<>(
            List.of(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-y",
                "50",
                "-x",
                columns + "",
                "env",
                "-i"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of("PS1=[$?]$ ", "TERM=screen", "bash", "--norc", "--noprofile"));
    TerminalPane pane = new TerminalPane(socket);
    pane.tmux(command.toArray(String[]::new));
    pane.awaitPrompt();
    return pane;
  }

  /** Types a command on an empty screen, waits for its end, and returns its exit code. */
  int run(String command) throws IOException {
    start(command);
    return awaitPrompt();
  }

  /** The same without waiting. */
  void start(String command) throws IOException {
    tmux("send-keys", "-R");
    tmux("clear-history");
    await("an empty screen").atMost(PATIENCE).pollInterval(LOOK).until(() -> screen().isEmpty());
    type(command);
    key("Enter");
  }

  void type(String text) throws IOException {
    tmux("send-keys", "-l", "--", text);
  }

  /** Such as {@code Enter}, {@code Tab} or {@code C-c}. */
  void key(String name) throws IOException {
    tmux("send-keys", name);
  }

  /** Waits until the shell asks for more; the exit code that it tells. */
  int awaitPrompt() {
    await("the prompt").atMost(PATIENCE).pollInterval(LOOK).until(this::atPrompt);
    String prompt = last();
    return Integer.parseInt(prompt.substring(1, prompt.indexOf(']')));
  }

  void awaitSeen(String text) {
    await(text).atMost(PATIENCE).pollInterval(LOOK).until(() -> screen().contains(text));
  }

  /** What is seen, with what has left the screen at its top. */
  String screen() {
    return capture();
  }

  /** The same, with the escape sequences for colours that made it so. */
  String colored() {
    return capture("-e");
  }

  List<String> lines() {
    return screen().lines().toList();
  }

  /**
   * What was printed as one line and is seen as several, as it does not fit; but not single words,
   * which are left whole so that they can be copied.
   */
  List<String> brokenLines() {
    List<String> seen = lines();
    return capture("-J")
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !seen.contains(line) && line.strip().contains(" "))
        .toList();
  }

  private boolean atPrompt() {
    return PROMPT.matcher(last()).matches();
  }

  private String last() {
    List<String> lines = lines();
    return lines.isEmpty() ? "" : lines.getLast().strip();
  }

  private String capture(String... options) {
    List<String> command = new ArrayList<>(List.of("capture-pane", "-p", "-S", "-"));
    command.addAll(List.of(options));
    try {
      return tmux(command.toArray(String[]::new)).stripTrailing();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String tmux(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(TMUX, "-u", "-S", socket.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(output).isZero();
    return output;
  }

  @Override
  public void close() throws IOException {
    tmux("kill-server");
  }
}
