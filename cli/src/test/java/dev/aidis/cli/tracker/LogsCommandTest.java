package dev.aidis.cli.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsCommandTest {
  @TempDir private Path home;
  private Path log = Path.of("");

  @BeforeEach
  void makeDirectory() throws IOException {
    Files.createDirectories(home.resolve("logs"));
    log = home.resolve("logs/aidis.log");
  }

  @Test
  void showsTheLastLines() throws IOException {
    // Given
    Files.writeString(log, "one\ntwo\nthree\n");

    // When
    CliRun.Result result = new CliRun(home).aidis("logs", "-n", "2");

    // Then
    assertThat(result).isEqualTo(new CliRun.Result(0, "two\nthree\n", ""));
  }

  @Test
  void showsAllLinesOfAShorterLog() throws IOException {
    // Given
    Files.writeString(log, "one\ntwo");

    // When
    CliRun.Result result = new CliRun(home).aidis("logs");

    // Then
    assertThat(result.out()).isEqualTo("one\ntwo");
  }

  @Test
  void findsTheLastLinesOfALongLog() throws IOException {
    // Given
    List<String> lines = IntStream.range(0, 20_000).mapToObj(i -> "line " + i).toList();
    Files.write(log, lines);

    // When
    CliRun.Result result = new CliRun(home).aidis("logs", "-n", "5000");

    // Then
    assertThat(result.out().lines()).isEqualTo(lines.subList(15_000, 20_000));
  }

  @Test
  void followsTheLogThroughItsRotation() throws IOException {
    // Given
    Files.writeString(log, "one\n");

    // When
    CliRun.Result result =
        follow(
            () -> append("two\n"),
            () -> {
              append("three\n");
              Files.move(log, home.resolve("logs/aidis.1.log"));
            },
            () -> append("four\n"));

    // Then
    assertThat(result.out()).isEqualTo("one\ntwo\nthree\nfour\n");
  }

  @Test
  void followsALogThatIsEmptiedInPlace() throws IOException {
    // Given
    Files.writeString(log, "one\ntwo\n");

    // When
    CliRun.Result result = follow(() -> Files.writeString(log, "new\n"));

    // Then
    assertThat(result.out()).isEqualTo("one\ntwo\nnew\n");
  }

  @Test
  void endsWhenNobodyReadsIt() throws IOException {
    // Given
    Files.writeString(log, "one\n");

    // When
    CliRun.Result result =
        new CliRun(home)
            .readByNobody()
            .with(
                duration -> {
                  throw new AssertionError("it goes on");
                })
            .aidis("logs", "-f");

    // Then
    assertThat(result).isEqualTo(new CliRun.Result(0, "", ""));
  }

  @Test
  void withoutALogItSaysWhereItWouldBe() {
    // When
    CliRun.Result result = new CliRun(home).aidis("logs");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: there is no log at "
                + log
                + " yet: a tracker has not run with this AIDIS_HOME\n");
  }

  /** Does one thing in each pause, then interrupts as Ctrl-C does. */
  private CliRun.Result follow(FileAction... actions) {
    Queue<FileAction> left = new ArrayDeque<>(List.of(actions));
    CliRun run =
        new CliRun(home)
            .with(
                duration -> {
                  if (left.isEmpty()) {
                    Thread.currentThread().interrupt();
                  } else {
                    run(left.remove());
                  }
                });
    try {
      return run.aidis("logs", "-f");
    } finally {
      boolean interrupted = Thread.interrupted();
      assertThat(interrupted).isTrue();
    }
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void run(FileAction action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface FileAction {
    void run() throws IOException;
  }
}
