package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.FakeAnswers;
import dev.aidis.ingest.RunningTracker;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.stats.Period;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AnswersEndpointTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static RunningTracker tracker;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @BeforeEach
  void reset() {
    tracker.sessions().reset();
  }

  @Test
  void statisticsAreThoseOfTheOwnersWeekUnlessAskedOtherwise() throws Exception {
    // When
    JsonNode stats = json("/api/v1/stats?tz=Europe/Berlin");
    // Then
    assertThat(tracker.answers().last())
        .isEqualTo(new FakeAnswers.Asked(Scope.of("ada"), Period.Calendar.WEEK, BERLIN, 0));
    assertThat(stats.path("period").asString("")).isEqualTo("week");
    assertThat(stats.path("zone").asString("")).isEqualTo("Europe/Berlin");
    assertThat(stats.path("current").path("minutes").asInt()).isEqualTo(90);
    assertThat(stats.path("current").path("completionRate").asDouble()).isEqualTo(66.67);
    assertThat(stats.path("current").path("counters").path("netLines").asInt()).isEqualTo(90);
    assertThat(stats.has("previous")).as("absent, not null").isFalse();
  }

  @Test
  void statisticsAreNarrowedByWhatIsGivenButNeverAnotherOwners() throws Exception {
    // When
    json("/api/v1/stats?period=30d&owner=bob&workspace=w&project=p&tag=t&model=m&machine=x&tz=UTC");
    // Then
    assertThat(tracker.answers().last())
        .isEqualTo(
            new FakeAnswers.Asked(
                new Scope("ada", "w", "p", "t", "m", "x"),
                new Period.LastDays(30),
                ZoneId.of("UTC"),
                0));
  }

  @ParameterizedTest
  @CsvSource({
    "since=2026-01-31&until=2026-02-28, 2026-01-31, 2026-02-28",
    "since=2026-01-30T23:00:00Z&until=2026-02-28T23:00:00Z, 2026-01-31, 2026-02-28",
    "since=2026-01-31T22:59:00Z&until=2026-02-28T22:59:00Z, 2026-01-31, 2026-02-28"
  })
  void daysAreThoseOfTheClientsZone(String query, LocalDate first, LocalDate last)
      throws Exception {
    for (String path : List.of("stats", "patterns")) {
      // When
      json("/api/v1/" + path + "?tz=Europe/Berlin&" + query);
      // Then
      assertThat(tracker.answers().last())
          .isEqualTo(
              new FakeAnswers.Asked(Scope.of("ada"), Period.between(first, last), BERLIN, 0));
    }
  }

  @Test
  void patternsAreThoseOfAllTimeUnlessAskedOtherwise() throws Exception {
    // When
    JsonNode patterns = json("/api/v1/patterns?project=p&tz=UTC");
    // Then
    assertThat(tracker.answers().last())
        .isEqualTo(
            new FakeAnswers.Asked(
                Scope.of("ada").withProject("p"), new Period.All(), ZoneId.of("UTC"), 0));
    assertThat(patterns.path("mostProductiveTime").asString(""))
        .startsWith("Most productive on Tuesday mornings: 70.0 on average in 8 sessions");
    assertThat(patterns.path("findings").path(0).path("group").path("by").asString(""))
        .isEqualTo("weekday_and_part");
  }

  @Test
  void accomplishmentsAreThoseOfTheLastFiveSessionsUnlessAskedOtherwise() throws Exception {
    // When
    JsonNode five = json("/api/v1/accomplishments");
    int unasked = count();
    json("/api/v1/accomplishments?limit=3");
    // Then
    assertThat(unasked).isEqualTo(5);
    assertThat(count()).isEqualTo(3);
    assertThat(five.path("minutes").asInt()).isEqualTo(90);
    assertThat(five.path("sessions").path(0).path("session").path("number").asInt()).isEqualTo(48);
  }

  @Test
  void todayHasTheDaysTotalsAndItsSessions() throws Exception {
    // When
    JsonNode today = json("/api/v1/today?tz=UTC");
    // Then
    assertThat(today.path("zone").asString("")).isEqualTo("UTC");
    assertThat(today.path("totals").path("sessions").asInt()).isEqualTo(1);
    assertThat(tracker.answers().last())
        .isEqualTo(
            new FakeAnswers.Asked(Scope.of("ada"), Period.Calendar.DAY, ZoneId.of("UTC"), 0));
    assertThat(tracker.sessions().lastFilter())
        .isNotNull()
        .extracting(SessionFilter::owner)
        .isEqualTo("ada");
  }

  @Test
  void sessionsAreComparedByAnyOfTheirNames() throws Exception {
    // When
    JsonNode comparison = json("/api/v1/compare?a=48&b=current");
    // Then
    assertThat(comparison.path("first").path("number").asInt()).isEqualTo(48);
    assertThat(comparison.path("measures").path(0).path("difference").asInt()).isEqualTo(-9);
    assertThat(comparison.path("score").path(0).path("most").asInt()).isEqualTo(40);
    assertThat(comparison.path("explanation").path(0).asString("")).isEqualTo("null with null");
  }

  @Test
  void theContextHasThePlansNames() throws Exception {
    for (String path : List.of("/api/v1/context", "/api/v1/sessions/48/context")) {
      // When
      JsonNode context = json(path);
      // Then
      assertThat(context.path("current_session").path("goal").asString("")).isEqualTo("Ship it");
      assertThat(context.path("current_session").path("elapsed_minutes").asInt()).isEqualTo(92);
      assertThat(context.path("advice").path(0).path("text").asString(""))
          .startsWith("You've been working on src/Login.java heavily (6× modified).");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/stats?period=month       | SESSION STATISTICS - MONTH",
        "/api/v1/stats?by=tag             | Tags",
        "/api/v1/patterns                 | Most productive on Tuesday mornings",
        "/api/v1/accomplishments          | WHAT WAS ACCOMPLISHED - LAST SESSION",
        "/api/v1/today                    | TODAY - ",
        "/api/v1/compare?a=48&b=48        | SESSION COMPARISON",
        "/api/v1/context                  | SESSION CONTEXT",
        "/api/v1/sessions/48/context      | SESSION CONTEXT",
        "/api/v1/sessions/48/files        | src/Login.java"
      })
  void eachIsDrawnInEveryFormat(String path, String part) throws Exception {
    for (String format : List.of("text", "ascii", "markdown", "html")) {
      // When
      HttpResponse<String> answer =
          tracker.get(path + (path.contains("?") ? "&" : "?") + "format=" + format);
      // Then
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body().replace("\n║ ", " ").replace("\n|    ", ""))
          .as(path + " in " + format)
          .contains(part);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/stats?period=fortnight               | must be day, week, month, year, all",
        "/api/v1/stats?period=0d                      | must have between 1 and 36500",
        "/api/v1/stats?period=week&since=2026-01-01   | give a period, or since and until, not both",
        "/api/v1/stats?until=2026-01-01               | until needs since",
        "/api/v1/stats?since=soon                     | since 'soon' must be a day",
        "/api/v1/stats?since=2026-02-01&until=2026-01-01 | must not be before the first day",
        "/api/v1/stats?since=0001-01-01               | must have at most 36500",
        "/api/v1/stats?by=dya                         | did you mean 'day'?",
        "/api/v1/stats?tz=Mars                        | tz 'Mars' is not a time zone",
        "/api/v1/accomplishments?limit=0              | number of sessions 0 must lie between",
        "/api/v1/accomplishments?limit=many           | limit",
        "/api/v1/compare?a=48                         | 'b'",
        "/api/v1/compare?a=48&b=x                     | session 'x' must be a number",
        "/api/v1/sessions/48/files?limit=0            | limit 0 must lie between"
      })
  void whatCannotBeMeantIsRefusedWithASentence(String path, String sentence) throws Exception {
    // When
    HttpResponse<String> answer = tracker.get(path);
    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(sentence).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/compare?a=48&b=49",
        "/api/v1/sessions/49/files",
        "/api/v1/sessions/49/context"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    // When
    HttpResponse<String> answer = tracker.get(path);
    // Then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no session 49.");
  }

  @Test
  void withoutAnOpenSessionThereIsNoContext() throws Exception {
    // Given
    tracker.sessions().hasNoSession();
    // When
    HttpResponse<String> answer = tracker.get("/api/v1/context");
    // Then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("No session of ada/main is open.");
  }

  private static int count() {
    FakeAnswers.Asked asked = tracker.answers().last();
    return asked == null ? -1 : asked.count();
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> response = tracker.get(path, "Accept", "application/json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningTracker.json(response);
  }
}
