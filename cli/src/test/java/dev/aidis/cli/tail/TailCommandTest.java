package dev.aidis.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailCommandTest {
  private static final String TIMELINE = "/api/v1/sessions/current/timeline";
  private static final String EVENTS = "/api/v1/events";
  private static final String PAGE =
      """
      {"session":{"number":4},"activities":[
        {"id":"b","type":"tool_used","occurredAt":"2026-11-22T10:05:00Z","aiInvolved":true,"description":"Ran \\u001b[31mrm"},
        {"id":"a","type":"task_created","occurredAt":"2026-11-22T10:00:00Z","aiInvolved":false,"title":"Find it","tags":["x"],"linesAdded":3}]}
      """;
  private static final String MORE =
      """
      event: session
      data: {"number":4}

      event: activity
      id: p2
      data: {"id":"b","type":"tool_used","occurredAt":"2026-11-22T10:05:00Z"}

      event: activity
      id: p3
      data: {"id":"c","type":"note_added","occurredAt":"2026-11-22T10:06:00Z","description":"Done"}

      """;

  private final FakeTracker tracker = new FakeTracker();
  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void theLatestComeLastAsInAFileThatGrows() {
    tracker.answers(TIMELINE, 200, PAGE);

    CliRun.Result run = new CliRun(home).with(tracker).aidis("tail", "-n", "2", "--tz", "UTC");

    assertThat(run.out())
        .isEqualTo(
            """
            2026-11-22 10:00:00  task_created      Find it
            2026-11-22 10:05:00  tool_used         Ran \\u{1b}[31mrm
            """);
    assertThat(tracker.requests().getFirst().target())
        .isEqualTo(TIMELINE + "?limit=2&order=newest");
  }

  @Test
  void asJsonEachIsALineWithAllThatItHas() {
    tracker.answers(TIMELINE, 200, PAGE);

    CliRun.Result run = new CliRun(home).with(tracker).aidis("tail", "--json");

    assertThat(run.out().lines().findFirst())
        .hasValue(
            "{\"id\":\"a\",\"type\":\"task_created\",\"occurredAt\":\"2026-11-22T10:00:00Z\",\"aiInvolved\":false,\"title\":\"Find"
                + " it\",\"tags\":[\"x\"],\"linesAdded\":3}");
  }

  @Test
  void followingShowsEachOnceAndGoesOnWhereTheStreamBroke() {
    // Given
    tracker.answers(TIMELINE, 200, PAGE).answers(EVENTS, 200, MORE);
    int[] pauses = {0};
    CliRun run =
        new CliRun(home)
            .with(tracker)
            .with(
                duration -> {
                  if (++pauses[0] == 2) {
                    Thread.currentThread().interrupt();
                  }
                });

    // When
    CliRun.Result result = run.aidis("tail", "-f");
    boolean interrupted = Thread.interrupted();

    // Then
    assertThat(interrupted).isTrue();
    assertThat(result.out().lines())
        .hasSize(3)
        .last()
        .isEqualTo("2026-11-22 10:06:00  note_added        Done");
    assertThat(tracker.header("Last-Event-ID")).isEqualTo("p3");
  }

  @Test
  void followingEndsWhenNobodyReadsIt() {
    // Given
    tracker.answers(EVENTS, 200, MORE);
    List<Duration> pauses = new ArrayList<>();

    // When
    CliRun.Result result =
        new CliRun(home)
            .with(tracker)
            .readByNobody()
            .with(
                pause -> {
                  pauses.add(pause);
                  if (pauses.size() > 1) {
                    throw new AssertionError("it goes on");
                  }
                })
            .aidis("tail", "-f", "-n", "0");

    // Then
    assertThat(result).isEqualTo(new CliRun.Result(0, "", ""));
    assertThat(tracker.requests()).hasSize(1);
  }

  @Test
  void withoutASessionItSaysSo() {
    tracker.answers(TIMELINE, 404, "{\"detail\":\"No session is open.\"}");

    CliRun.Result run = new CliRun(home).with(tracker).aidis("tail");

    assertThat(run.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(run.err()).isEqualTo("aidis: No session is open.\n");
  }

  @Test
  void whatTheTrackerRefusesIsAFailureWithItsSentence() {
    tracker.answers(TIMELINE, 200, PAGE).answers(EVENTS, 429, "{\"detail\":\"Too many listen.\"}");

    CliRun.Result run = new CliRun(home).with(tracker).aidis("tail", "-f");

    assertThat(run.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(run.err()).isEqualTo("aidis: Too many listen.\n");
  }

  @Test
  void aNumberOfLinesOutOfBoundsIsAUsageError() {
    CliRun.Result run = new CliRun(home).with(tracker).aidis("tail", "-n", "1001");

    assertThat(run.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(run.err()).contains("--lines 1001 must be from 0 to 1000");
  }
}
