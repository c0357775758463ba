package dev.aidis.ingest.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.FakeAnswers.Asked;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.queries.ItemFilter;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.stats.Period;
import dev.aidis.schemas.SessionStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingToolsTest {
  private static final Scope AIDIS = Scope.of("ada").withProject("aidis");

  private final ToolBench bench = new ToolBench();

  @Test
  void aSessionIsToldWithIndicatorsFilesAndActivities() {
    // When
    Tool.Answer answer = bench.call("session_get", Map.of("session", "48"));
    // Then
    assertThat(answer.text()).contains("Session #48", "Ship it");
    assertThat(answer.content().toString())
        .contains("number=48", "name=focus_score", "path=src/Login.java", "type=task_created");
  }

  @ParameterizedTest
  @ValueSource(strings = {"48", "#48", "current", "01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3"})
  void aSessionIsNamedByNumberOrIdOrAsTheCurrentOne(String name) {
    assertThat(bench.call("session_get", Map.of("session", name)).content())
        .isEqualTo(bench.call("session_get", Map.of()).content());
  }

  @Test
  void aNumberMayBeSentAsANumber() {
    assertThat(bench.call("session_get", Map.of("session", 48)).content())
        .isEqualTo(bench.call("session_get", Map.of()).content());
  }

  @Test
  void aTimelineIsToldPageByPage() {
    // Given
    Tool.Answer first = bench.call("session_timeline", Map.of("limit", 1));
    Object next = first.content().get("next");
    // When
    Tool.Answer second =
        bench.call("session_timeline", Map.of("limit", 1, "after", String.valueOf(next)));
    // Then
    assertThat(first.text()).contains("call session_timeline again with after \"" + next + "\"");
    assertThat(bench.sessions.lastTimeline())
        .isEqualTo(
            new TimelineFilter(
                1,
                TimelineFilter.Order.NEWEST_FIRST,
                TimelineFilter.Place.parse(String.valueOf(next))));
    assertThat(second.content()).doesNotContainKey("next").containsKey("activities");
    assertThat(second.text()).doesNotContain("There is more");
  }

  @Test
  void aPlaceThatWasMadeUpIsRefusedWithASentence() {
    assertThatThrownBy(() -> bench.call("session_timeline", Map.of("after", "page 2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take the one that came with the page before");
  }

  @Test
  void aListIsNarrowedByAllThatIsGiven() {
    // When
    Tool.Answer answer =
        bench.call(
            "sessions_list",
            Map.of(
                "project", "aidis",
                "status", "ended",
                "since", "2026-01-31",
                "until", "2026-02-01",
                "text", "token",
                "limit", 3,
                "after", "1700000000000_7"));
    // Then
    assertThat(bench.sessions.lastFilter())
        .isEqualTo(
            SessionFilter.newest(AIDIS, 3)
                .withStatus(SessionStatus.ENDED)
                .withStartBetween(
                    Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z"))
                .withText("token")
                .withBefore(SessionFilter.Place.parse("1700000000000_7")));
    assertThat(answer.content()).containsOnlyKeys("sessions");
  }

  @Test
  void whatPostgresCannotHoldIsRefusedWithASentence() {
    assertThatThrownBy(() -> bench.call("sessions_list", Map.of("project", "a\0b")))
        .isInstanceOf(BadArgumentException.class)
        .hasMessageContaining("project must not contain the character U+0000");
    assertThatThrownBy(
            () -> bench.call("sessions_list", Map.of("since", "+300000-01-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("since '+300000-01-01T00:00:00Z' must lie in the years 1 to 9999");
  }

  @ParameterizedTest
  @CsvSource({"sessions_stats, week", "sessions_patterns, all"})
  void statisticsAndPatternsHaveAPeriodUnlessOneIsGiven(String tool, String period) {
    // When
    bench.call(tool, Map.of("project", "aidis"));
    // Then
    assertThat(bench.answers.last())
        .isEqualTo(new Asked(AIDIS, Period.parse(period), ZoneOffset.UTC, 0));
  }

  @Test
  void theTableOfStatisticsIsByWhatIsAskedFor() {
    assertThat(bench.call("sessions_stats", Map.of("by", "tag")).text())
        .isNotEqualTo(bench.call("sessions_stats", Map.of("by", "day")).text());
  }

  @Test
  void aComparisonIsOfTheTwoSessionsThatAreNamed() {
    // When
    Tool.Answer answer = bench.call("sessions_compare", Map.of("first", "48", "second", "current"));
    // Then
    assertThat(answer.content()).containsKeys("first", "second", "explanation", "score", "files");
    assertThat(answer.content().get("first")).isEqualTo(answer.content().get("second"));
  }

  @Test
  void contextIsThatOfTheRestApi() {
    // When
    Tool.Answer answer = bench.call("session_context", Map.of());
    // Then
    assertThat(answer.content()).containsOnlyKeys("current_session", "advice");
    assertThat(answer.text()).contains("SESSION CONTEXT - #48", "Need help with it?");
  }

  @Test
  void tasksAreListedWithTheirIdsAndStatus() {
    // When
    Tool.Answer answer =
        bench.call("task_list", Map.of("status", "todo", "text", "tok", "tag", "auth"));
    // Then
    assertThat(bench.items.lastStatus()).isEqualTo("todo");
    assertThat(bench.items.lastFilter())
        .isEqualTo(ItemFilter.newest("ada", 20).withText("tok").withTag("auth"));
    assertThat(answer.text())
        .contains("Add tokens (todo)", "id 01936f2e-7b1c-7c3e-9f51-000000000001")
        .contains("call task_list again with after");
    assertThat(answer.content().toString())
        .contains("task_id=01936f2e-7b1c-7c3e-9f51-000000000001", "status=todo");
  }

  @Test
  void decisionsAndContextAreToldInFull() {
    assertThat(bench.call("decision_list", Map.of()).text()).contains("Use JWT", "No store");
    assertThat(bench.call("context_search", Map.of("text", "log")).text())
        .contains("Logging in", "The filter reads it");
  }

  @Test
  void aSearchForNoWordIsRefusedWithASentence() {
    assertThatThrownBy(() -> bench.call("context_search", Map.of("text", "?!")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no word to look for");
  }

  @Test
  void projectsAreListed() {
    assertThat(bench.call("project_list", Map.of()).text()).contains("aidis (3 sessions");
  }

  @Test
  void withoutASessionThereIsNoneToTellOf() {
    // Given
    bench.sessions.hasNoSession();
    // When, Then
    assertThatThrownBy(() -> bench.call("session_context", Map.of()))
        .isInstanceOf(NothingThereException.class)
        .hasMessageContaining("sessions_list shows");
  }
}
