package dev.aidis.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.http.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code edit}, {@code split} and {@code join} tell the tracker. */
class MendingCommandsTest {
  private static final String NO_ACTIVITIES = "{\"activities\":[]}";

  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;

  @BeforeEach
  void answer() {
    tracker
        .answers("/api/v1/sessions/1", 200, session(1, "10:00", "11:00"))
        .answers("/api/v1/sessions/id-1", 200, session(1, "10:00", "11:00"))
        .answers("/api/v1/sessions/2", 200, session(2, "14:00", "15:00"))
        .answers("/api/v1/sessions/id-2", 200, session(2, "14:00", "15:00"))
        .answers("/api/v1/sessions", 200, "both\n")
        .answers("/api/v1/activities", 202, "{\"accepted\":1,\"failed\":0,\"results\":[]}")
        .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void anEditIsToldAtTheSessionsLastMomentAndSaysWhoMadeIt() {
    // When
    CliRun.Result result =
        aidis(
            "session",
            "edit",
            "1",
            "--goal",
            "Be fast",
            "--note",
            "It was",
            "--add-tag",
            "speed",
            "--add-tag",
            "parser",
            "--remove-tag",
            "slow",
            "--project",
            "shop");

    // Then
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(told())
        .extracting(activity -> activity.text("type"))
        .containsExactly(
            "project_switched", "goal_set", "note_added", "tags_removed", "tags_added");
    assertThat(told())
        .allMatch(activity -> activity.text("occurredAt", "").equals("2026-11-20T11:00:00Z"));
    Json goal = told().get(1);
    assertThat(goal.text("body")).isEqualTo("Be fast");
    assertThat(goal.text("description")).isEqualTo("Mended by grace: goal Be fast");
    assertThat(goal.text("owner")).isEqualTo("ada");
    Json trail = goal.object("attributes");
    assertThat(trail.text("mends")).isEqualTo("id-1");
    assertThat(trail.text("mendedHow")).isEqualTo("edit");
    assertThat(trail.text("mendedBy")).isEqualTo("grace");
    assertThat(trail.text("mendedAt")).isEqualTo(CliRun.NOW.toString());
    assertThat(told().get(3).texts("tags")).containsExactly("slow");
    assertThat(told().get(4).texts("tags")).containsExactly("speed", "parser");
  }

  @Test
  void anEditThatChangesNothingIsRefused() {
    assertThat(aidis("session", "edit", "1").exitCode()).isEqualTo(CliException.USAGE);
    assertThat(tracker.requests()).isEmpty();
  }

  @Test
  void aSplitIsAStartDatedBack() {
    // When
    CliRun.Result result = aidis("session", "split", "1", "--at", "2026-11-20T10:30");

    // Then
    assertThat(result.out()).isEqualTo("both\n");
    assertThat(told()).hasSize(1);
    assertThat(told().getFirst().text("type")).isEqualTo("session_started");
    assertThat(told().getFirst().text("occurredAt")).isEqualTo("2026-11-20T10:30:00Z");
    assertThat(told().getFirst().text("description"))
        .isEqualTo("Mended by grace: split from session 1");
  }

  @Test
  void aSplitOutsideTheSessionIsRefused() {
    CliRun.Result result = aidis("session", "split", "1", "--at", "2026-11-20T10:00");
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err()).contains("does not lie in session 1");
    assertThat(tracker.posted()).isEmpty();
  }

  @Test
  void aJoinTakesBackTheEndAndIsAPauseThatBridgesTheGap() {
    // Given
    tracker.answers("/api/v1/sessions/id-2/timeline", 200, NO_ACTIVITIES);

    // When
    CliRun.Result result = aidis("session", "join", "2", "1");

    // Then
    assertThat(told())
        .extracting(activity -> activity.text("type"), activity -> activity.text("occurredAt"))
        .containsExactly(
            tuple("session_joined", "2026-11-20T11:00:00Z"),
            tuple("session_paused", "2026-11-20T11:00:00.001Z"),
            tuple("session_paused", "2026-11-20T12:00:00.001Z"),
            tuple("session_paused", "2026-11-20T13:00:00.001Z"));
    assertThat(told())
        .allMatch(
            activity ->
                activity
                    .text("description", "")
                    .equals("Mended by grace: joined sessions 1 and 2"));
    // The answers stay those of two sessions: a join that did not take is an error.
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err()).contains("they are still two sessions");
  }

  @Test
  void aJoinTakesBackTheStartRightBeforeItAlsoWhereConnectionsCameFirst() {
    // Given
    tracker.answers(
        "/api/v1/sessions/id-2/timeline",
        200,
        """
        {"activities":[
          {"type":"client_connected","occurredAt":"2026-11-20T14:00:00Z"},
          {"type":"session_started","occurredAt":"2026-11-20T14:05:00Z"}]}""");

    // When
    aidis("session", "join", "1", "2");

    // Then
    assertThat(told()).hasSize(6);
    assertThat(told().getLast().text("type")).isEqualTo("session_joined");
    assertThat(told().getLast().text("occurredAt")).isEqualTo("2026-11-20T14:04:59.999Z");
    assertThat(told().getLast().object("attributes").text("mends")).isEqualTo("id-2");
  }

  @Test
  void sessionsThatWouldBeTooLongTogetherAreNotJoined() {
    // Given
    tracker.answers(
        "/api/v1/sessions/3",
        200,
        session(3, "14:00", "15:00").replace("2026-11-20T15", "2026-11-21T15"));

    // When
    CliRun.Result result = aidis("session", "join", "1", "3");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.USAGE);
    assertThat(result.err()).contains("it is 29 hours; a session has 24 at most");
    assertThat(tracker.posted()).isEmpty();
  }

  private static String session(int number, String from, String to) {
    return """
        {"session":{"number":%d,"id":"id-%d","owner":"ada","workspace":"main","project":"shop",
         "startedAt":"2026-11-20T%s:00Z","lastActivityAt":"2026-11-20T%s:00Z","status":"timeout"}}"""
        .formatted(number, number, from, to);
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).with("USER", "grace").aidis(arguments);
  }

  private List<Json> told() {
    return tracker.posted().stream()
        .flatMap(body -> Json.read(body).orElseThrow().objects("activities").stream())
        .toList();
  }
}
