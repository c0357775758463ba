package dev.aidis.ingest.telemetry;

import static dev.aidis.ingest.telemetry.TelemetryBench.NOW;
import static dev.aidis.ingest.telemetry.TelemetryBench.START;
import static dev.aidis.ingest.telemetry.TelemetryBench.activeTime;
import static dev.aidis.ingest.telemetry.TelemetryBench.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.telemetry.TelemetrySettings.Source;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TokenUsage;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.schemas.fact.ClaudeCodeFacts;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TelemetryTest {
  private static final TokenUsage OF_FIXTURE = new TokenUsage(480, 120, 0, 0, 3_240);

  private final TelemetryBench bench = new TelemetryBench(Source.METRICS);

  @ParameterizedTest
  @EnumSource
  void whatMetricsAndEventsBothTellCountsOnceWhicheverCounts(Source source) {
    assertThat(new TelemetryBench(source).fixture().usage()).isEqualTo(OF_FIXTURE);
  }

  @ParameterizedTest
  @EnumSource
  void anExporterThatTriesAgainTellsTheSameFacts(Source source) {
    assertThat(new TelemetryBench(source).fixture().fixture().usage()).isEqualTo(OF_FIXTURE);
  }

  @Test
  void anExportIsOneActivityForEachModelWithItsActiveTime() {
    assertThat(bench.fixture().activities())
        .singleElement()
        .returns("tokens_used", Activity::type)
        .returns("claude-sonnet-4-5", Activity::aiModel)
        .returns("anthropic", Activity::aiProvider)
        .returns(TelemetryBench.SESSION, Activity::clientSession)
        .returns("m1", Activity::machine)
        .returns("demo", Activity::project)
        .returns("Used 600 tokens of claude-sonnet-4-5 for $0.0032", Activity::description)
        .satisfies(
            told ->
                assertThat(told.attributes())
                    .containsEntry("active_seconds", "0.386")
                    .containsEntry("version", "2.1.330"));
  }

  @Test
  void eachRequestIsAnActivityWhereEventsCount() {
    assertThat(new TelemetryBench(Source.EVENTS).fixture().activities())
        .filteredOn(told -> told.aiModel() != null)
        .hasSize(4)
        .extracting(told -> told.attributes().get("cost_micro_usd"))
        .containsOnly("810");
  }

  @Test
  void aRequestWithAnIdOfItsOwnIsTheFactThatATranscriptTells() {
    String request = "req_011CTmZkY4sQ2xV7bN9pLwEa";
    TelemetryBench events = new TelemetryBench(Source.EVENTS);

    events.logs(
        TelemetryBench.json(
            """
            {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"timeUnixNano": "1795333776325000000",
              "body": {"stringValue": "claude_code.api_request"}, "attributes": [
                {"key": "session.id", "value": {"stringValue": "s-1"}},
                {"key": "request_id", "value": {"stringValue": "%s"}},
                {"key": "input_tokens", "value": {"stringValue": "12"}}]}]}]}]}
            """
                .formatted(request)));

    assertThat(events.activities())
        .extracting(Activity::id)
        .containsExactly(
            new ClaudeCodeFacts(new TrackerKey("ada", TrackerKey.MAIN), "another session")
                .id(ClaudeCodeFacts.tokens(request, "msg_1")));
  }

  @Test
  void cumulativeSumsCountTheirDifferences() {
    bench.metrics(tokens(2, START, START.plusSeconds(60), "100"));
    bench.metrics(tokens(2, START, START.plusSeconds(120), "130"));
    bench.metrics(tokens(2, START, START.plusSeconds(120), "130"));
    bench.metrics(tokens(2, START, START.plusSeconds(90), "120"));
    bench.metrics(tokens(2, START, START.plusSeconds(180), "200"));

    assertThat(bench.usage().inputTokens()).isEqualTo(200);
  }

  @Test
  void aCumulativeSumThatBeganBeforeTheTrackerCountsFromItsSecondExportOn() {
    Instant before = START.minusSeconds(1);
    bench.metrics(tokens(2, before, START.plusSeconds(60), "100"));
    bench.metrics(tokens(2, before, START.plusSeconds(120), "130"));

    assertThat(bench.usage().inputTokens()).isEqualTo(30);
  }

  @Test
  void aCumulativeSumThatCouldNotBeRecordedIsNotLost() {
    bench.publisher.breakDown();
    assertThatThrownBy(() -> bench.metrics(tokens(2, START, START.plusSeconds(60), "100")))
        .isInstanceOf(LogUnavailableException.class);
    bench.publisher.reset();

    bench.metrics(tokens(2, START, START.plusSeconds(60), "100"));

    assertThat(bench.usage().inputTokens()).isEqualTo(100);
  }

  @Test
  void whatTheSessionWasLastSeenToDoSaysWhereAndWhen() {
    bench.work.note(
        seen(ActivityType.TOOL_USED, START.plusSeconds(70)).toBuilder()
            .workspace("side")
            .machine("desk")
            .project("shop")
            .repo("/home/ada/shop")
            .build());

    bench.metrics(tokens(1, START.plusSeconds(60), START.plusSeconds(120), "5"));

    assertThat(bench.activities().getFirst())
        .returns(START.plusSeconds(70), Activity::occurredAt)
        .returns("side", Activity::workspace)
        .returns("desk", Activity::machine)
        .returns("shop", Activity::project)
        .returns("/home/ada/shop", Activity::repo);
  }

  @Test
  void anExportAfterTheEndOfASessionBelongsToIt() {
    bench.work.note(
        seen(ActivityType.SESSION_ENDED, START.plusSeconds(100)).toBuilder()
            .clientSession(null)
            .build());

    bench.metrics(tokens(1, START.plusSeconds(60), START.plusSeconds(120), "5"));

    assertThat(bench.activities().getFirst().occurredAt()).isEqualTo(START.plusSeconds(100));
  }

  @Test
  void theAnswerThatTellsOfTheEndBelongsToTheSessionThatEnded() {
    Instant end = START.plusSeconds(58);
    bench.work.note(seen(ActivityType.SESSION_ENDED, end));

    bench.metrics(tokens(1, end.plusSeconds(7), end.plusSeconds(62), "5"));

    assertThat(bench.activities().getFirst().occurredAt()).isEqualTo(end);
  }

  @Test
  void whoIsOnlyThereAfterTheEndBeginsNoSession() {
    Instant end = START.plusSeconds(58);
    bench.work.note(seen(ActivityType.SESSION_ENDED, end));

    bench.metrics(activeTime(end.plusSeconds(1_200), end.plusSeconds(1_202), "1.5"));

    assertThat(bench.activities().getFirst())
        .returns(end, Activity::occurredAt)
        .returns("Was active", Activity::description);
  }

  @Test
  void workThatGoesOnAfterTheEndHasItsOwnTime() {
    Instant end = START.plusSeconds(58);
    bench.work.note(seen(ActivityType.SESSION_ENDED, end));

    bench.metrics(tokens(1, end.plusSeconds(61), end.plusSeconds(122), "5"));

    assertThat(bench.activities().getFirst().occurredAt()).isEqualTo(end.plusSeconds(122));
  }

  @Test
  void workThatWasSeenAfterTheEndHasItsOwnTime() {
    Instant end = START.plusSeconds(58);
    bench.work.note(seen(ActivityType.SESSION_ENDED, end));
    bench.work.note(seen(ActivityType.PROMPT_SUBMITTED, end.plusSeconds(4)));

    bench.metrics(tokens(1, end.plusSeconds(7), end.plusSeconds(62), "5"));

    assertThat(bench.activities().getFirst().occurredAt()).isEqualTo(end.plusSeconds(62));
  }

  @Test
  void whatIsNoNumberIsRejectedAlone() {
    Rejections rejections = bench.metrics(tokens(1, START, NOW, "-1"));
    bench.metrics(tokens(1, START, NOW, "\"NaN\""));
    bench.metrics(tokens(0, START, NOW, "1"));
    bench.metrics(tokens(1, START, NOW, "7"));

    assertThat(rejections.count()).isEqualTo(1);
    assertThat(rejections.reason()).contains("claude_code.token.usage must be a number");
    assertThat(bench.usage().inputTokens()).isEqualTo(7);
  }

  private static Activity seen(ActivityType type, Instant at) {
    return Activity.builder(new UUID(0, 1), type)
        .occurredAt(at)
        .owner("ada")
        .machine("laptop")
        .clientSession("s")
        .build();
  }
}
