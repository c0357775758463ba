package dev.aidis.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs the command in surroundings that a test has made up. */
public final class CliRun {
  /** The time in these surroundings unless a test sets another clock. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** What the terminal says, for those who ask it. */
  public static final int TERMINAL_WIDTH = 132;

  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private Pause pause = duration -> {};
  private boolean terminal;
  private boolean read = true;

  public CliRun(Path home) {
    environment.put("AIDIS_HOME", home.toString());
  }

  public CliRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public CliRun with(FakeTracker tracker) {
    return with("AIDIS_URL", tracker.address());
  }

  public CliRun onTerminal() {
    terminal = true;
    return this;
  }

  /** Whoever reads the output goes away at once, as {@code head} does when it has enough. */
  public CliRun readByNobody() {
    read = false;
    return this;
  }

  public CliRun with(Clock clock) {
    this.clock = clock;
    return this;
  }

  public CliRun with(Pause pause) {
    this.pause = pause;
    return this;
  }

  public Surroundings surroundings() {
    return new Surroundings(
        environment,
        Path.of("/home/ada"),
        new PrintStream(read ? out : new BrokenPipe(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal,
        clock,
        pause,
        () -> TERMINAL_WIDTH);
  }

  public Result aidis(String... arguments) {
    int exitCode = Main.run(surroundings(), arguments);
    return new Result(exitCode, out(), err());
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static final class BrokenPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  /** What a run left. */
  public record Result(int exitCode, String out, String err) {}
}
