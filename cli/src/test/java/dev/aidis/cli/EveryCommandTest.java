package dev.aidis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that was promised is there, with its options, as it was promised. */
class EveryCommandTest {
  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  /** The plan's section 4, word by word; and what was promised beside it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "session",
        "session current",
        "session start",
        "session start --project=shop",
        "session start --goal=leak --project=shop",
        "session end",
        "session end --notes=cache",
        "session project shop",
        "session goal leak",
        "session tag bug-fix",
        "session tag bug-fix speed parser",
        "session untag speed parser",
        "session note cache",
        "session pause",
        "session resume",
        "sessions list",
        "sessions list --limit=10 --project=shop --tag=speed",
        "sessions list --since 30d --until 2026-01-31 --tz Europe/Berlin --ascii --no-color",
        "session 47",
        "session 47 timeline",
        "session 47 files --json",
        "sessions stats",
        "sessions stats --period=week",
        "sessions stats --period=month",
        "sessions stats --period=all",
        "sessions compare 1 2",
        "sessions patterns --json",
        "sessions recent --json",
        "today --json --tz UTC",
        "session edit 47 --goal leak",
        "session edit 47 --remove-tag speed",
        "session split 47 --at 2026-01-31T10:00",
        "session join 46 47",
        "tail -n 50 --json",
      })
  void itAsksTheTracker(String command) {
    // Given: a tracker that has nothing at all
    CliRun run = new CliRun(home).with(tracker);

    // When
    CliRun.Result result = run.aidis(command.split(" ", -1));

    // Then: the command was understood, and asked
    assertThat(result.exitCode()).as(result.err()).isEqualTo(CliException.FAILURE);
    assertThat(tracker.requests()).as(result.err()).isNotEmpty();
  }

  @Test
  void allCommandsAreThere() {
    String help = new CliRun(home).aidis("--help").out();
    for (String command :
        List.of(
            "up",
            "down",
            "status",
            "info",
            "logs",
            "import",
            "git",
            "setup",
            "export",
            "archive",
            "backup",
            "restore",
            "sessions",
            "session",
            "dead-letters",
            "rebuild",
            "today",
            "token",
            "completion",
            "version")) {
      assertThat(help).containsPattern("(?m)^  " + command + "\\b");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session", "session edit", "session split", "session join", "sessions list",
        "sessions stats", "sessions compare", "sessions patterns", "sessions recent", "today",
        "import git", "import claude-code", "import wakatime", "git measure", "completion",
      })
  void itsHelpShowsHowItIsUsed(String command) {
    // When
    CliRun.Result result = new CliRun(home).aidis((command + " --help").split(" ", -1));

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("Usage: aidis " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "session",
        "sessions list",
        "sessions stats",
        "sessions compare",
        "sessions patterns",
        "sessions recent",
        "today",
      })
  void readingCommandsShowInEveryWay(String command) {
    String help = new CliRun(home).aidis((command + " --help").split(" ", -1)).out();
    assertThat(help).contains("--json", "--format", "--[no-]ascii", "--[no-]color", "--tz");
  }
}
