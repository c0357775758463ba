package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.RawHttp;
import dev.aidis.ingest.RunningTracker;
import dev.aidis.queries.SessionFilter;
import dev.aidis.schemas.SessionStatus;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SessionsEndpointTest {
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
  void sessionsAreListedForTheTrackersOwner() throws Exception {
    // When
    JsonNode sessions = json("/api/v1/sessions").path("sessions");
    // Then
    assertThat(sessions.size()).isEqualTo(1);
    assertThat(sessions.path(0).path("number").asInt()).isEqualTo(48);
    assertThat(sessions.path(0).path("counters").path("netLines").asInt()).isEqualTo(90);
    assertThat(sessions.path(0).has("endedAt")).as("absent, not null").isFalse();
    assertThat(tracker.sessions().lastFilter()).isEqualTo(SessionFilter.newest("ada", 10));
  }

  @Test
  void theListIsNarrowedByParameters() throws Exception {
    // When
    json("/api/v1/sessions?limit=5&owner=*&workspace=side&project=p&tag=t");
    // Then
    assertThat(tracker.sessions().lastFilter())
        .isEqualTo(
            SessionFilter.ofEverybody(5).withWorkspace("side").withProject("p").withTag("t"));
  }

  @Test
  void theListIsNarrowedByModelMachineStatusTimeAndWords() throws Exception {
    // When
    json(
        "/api/v1/sessions?model=opus&machine=desk&status=ended&text=auth"
            + "&since=2026-03-29&until=2026-03-29&tz=Europe/Berlin");
    // Then a day with 23 hours
    assertThat(tracker.sessions().lastFilter())
        .isEqualTo(
            SessionFilter.newest("ada", 10)
                .withModel("opus")
                .withMachine("desk")
                .withStatus(SessionStatus.ENDED)
                .withText("auth")
                .withStartBetween(
                    Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=open     | status",
        "since=yesterday | since 'yesterday' must be a day such as 2026-01-31",
        "until=2026-2-30 | until '2026-2-30' must be a day such as 2026-01-31",
        "text=%3F%3F%3F  | text '???' holds no word to look for; give letters or digits"
      })
  void aFilterThatMeansNothingIsRefused(String query, String why) throws Exception {
    // When
    HttpResponse<String> answer = tracker.get("/api/v1/sessions?" + query);
    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void anEmptyListSaysWhetherAFilterMadeItSo() throws Exception {
    // Given
    tracker.sessions().hasNoSession();
    // When, Then
    assertThat(text("/api/v1/sessions?limit=5")).isEqualTo("No sessions yet.\n");
    assertThat(text("/api/v1/sessions?tag=none")).isEqualTo("No session is like that.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"48", "%2348", "01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3", "current"})
  void aSessionIsFoundByNumberIdAndAsTheCurrentOne(String ref) throws Exception {
    // When
    JsonNode detail = json("/api/v1/sessions/" + ref);
    // Then
    assertThat(detail.path("session").path("id").asString(""))
        .isEqualTo(FakeSessions.OPEN.id().toString());
    assertThat(detail.path("score").path("total").asDouble()).isEqualTo(64.67);
    assertThat(detail.path("score").path("parts").size()).isEqualTo(5);
    assertThat(detail.path("indicators").path("completion_rate").path("status").asString(""))
        .isEqualTo("warning");
    assertThat(detail.path("files").path(0).path("path").asString("")).isEqualTo("src/Login.java");
    assertThat(detail.path("activities").size()).isEqualTo(1);
  }

  @Test
  void theTimelineIsTheSessionsActivities() throws Exception {
    assertThat(json("/api/v1/sessions/48/timeline?limit=5").path("activities").size()).isEqualTo(1);
  }

  @Test
  void asTextSessionsAreDrawn() throws Exception {
    assertThat(text("/api/v1/sessions")).contains("48", "aidis", "Ship it");
    assertThat(text("/api/v1/sessions/48")).contains("Session #48", "Goal: Ship it");
    assertThat(text("/api/v1/sessions/48/timeline")).contains("Session #48", "Ship it");
  }

  @ParameterizedTest
  @CsvSource({
    "text, text/plain;charset=UTF-8, ║ 🎯 Goal: Ship it",
    "ascii, text/plain;charset=UTF-8, | Goal: Ship it",
    "markdown, text/markdown;charset=UTF-8, - 🎯 **Goal:** Ship it",
    "md, text/markdown;charset=UTF-8, - 🎯 **Goal:** Ship it",
    "html, text/html;charset=UTF-8, <bdi>Ship it</bdi>",
    "json, application/json, '\"goal\":\"Ship it\"'"
  })
  void theFormatIsChosenByName(String format, String type, String part) throws Exception {
    // When
    HttpResponse<String> response =
        tracker.get("/api/v1/sessions/48?format=" + format, "Accept", "image/png");
    // Then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(response.body()).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*; application/json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8; text/html",
        "text/*; text/plain",
        "text/plain;q=0.5,text/markdown; text/markdown",
        "application/*,text/plain;q=0.1; application/json"
      })
  void elseTheClientGetsWhatItAcceptsMost(String line) throws Exception {
    // Given
    String accept = line.substring(0, line.lastIndexOf("; "));
    String type = line.substring(line.lastIndexOf("; ") + 2);
    // When
    HttpResponse<String> response = tracker.get("/api/v1/sessions", "Accept", accept);
    // Then
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(response.headers().firstValue("Vary")).hasValue("Accept");
  }

  @Test
  void aReportIsForPeopleUnlessDataIsAskedFor() throws Exception {
    // When
    HttpResponse<String> text = tracker.get("/api/v1/sessions/48/report?width=40");
    JsonNode json = json("/api/v1/sessions/48/report");
    // Then
    assertThat(text.body()).startsWith("╔" + "═".repeat(39) + "\n║ 📍 Session #48 - ACTIVE\n");
    assertThat(json.path("session").path("number").asInt()).isEqualTo(48);
  }

  @Test
  void aPageMayLoadNothing() throws Exception {
    // When
    HttpResponse<String> response = tracker.get("/api/v1/sessions/48/report?format=html");
    // Then
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void timesAreThoseOfTheClientsZone() throws Exception {
    // When
    String utc = text("/api/v1/sessions?tz=UTC");
    String east = text("/api/v1/sessions?tz=%2B05:30");
    // Then
    assertThat(utc).isNotEqualTo(east);
  }

  @Test
  void coloursAreForThoseWhoAskForThem() throws Exception {
    assertThat(text("/api/v1/sessions/48?color=true")).contains("\u001b[1m");
    assertThat(text("/api/v1/sessions/48?color=false")).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "format=pdf, unknown format 'pdf'; known are",
    "format=markdwon, did you mean 'markdown'?",
    "width=wide, width 'wide' must be a number",
    "color=red, color 'red' must be true or false",
    "tz=Mars, tz 'Mars' is not a time zone"
  })
  void whatCannotBeShownIsRefused(String parameter, String sentence) throws Exception {
    // When
    HttpResponse<String> response = problem("/api/v1/sessions?" + parameter);
    // Then
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(sentence);
  }

  @Test
  void whatNobodyMakesIsNotAcceptable() throws Exception {
    // When
    HttpResponse<String> response = tracker.get("/api/v1/sessions", "Accept", "image/png");
    // Then
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("text/markdown");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 20, 61, 500, 1_000_000})
  void anyWidthWillDo(int width) throws Exception {
    assertThat(text("/api/v1/sessions?width=" + width)).isNotBlank();
    assertThat(text("/api/v1/sessions/48?width=" + width)).isNotBlank();
    assertThat(text("/api/v1/sessions/48/timeline?width=" + width)).isNotBlank();
  }

  @Test
  void anErrorIsAProblemAlsoForThoseWhoWantText() throws Exception {
    // When
    HttpResponse<String> response = tracker.get("/api/v1/sessions/49", "Accept", "text/plain");
    // Then
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("There is no session 49.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/sessions/49", "/api/v1/sessions/49/timeline", "/api/v1/nothing"})
  void whatIsNotThereIsNotFound(String path) throws Exception {
    assertThat(problem(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sessions?limit=0",
        "/api/v1/sessions?limit=1001",
        "/api/v1/sessions?limit=many",
        "/api/v1/sessions/forty-eight",
        "/api/v1/sessions/999999999999999999999",
        "/api/v1/sessions/48/timeline?limit=-1"
      })
  void whatCannotBeMeantIsRefused(String path) throws Exception {
    assertThat(problem(path).statusCode()).isEqualTo(400);
  }

  @Test
  void withoutAnOpenSessionThereIsNoCurrentOne() throws Exception {
    // Given
    tracker.sessions().hasNoSession();
    // When
    HttpResponse<String> response = problem("/api/v1/sessions/current");
    // Then
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("No session of ada/main is open.");
  }

  @Test
  void headersAreReadAsUtf8AndElseAsLatin1() throws Exception {
    // Given
    tracker.sessions().hasNoSession();
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      // When
      String response =
          RawHttp.send(
              charset,
              tracker.uri("/"),
              "GET /api/v1/sessions/current HTTP/1.1",
              "Host: localhost",
              "Aidis-Workspace: stra\u00dfe");
      // Then
      assertThat(response).contains("No session of ada/stra\u00dfe is open.");
    }
  }

  @Test
  void whileTheDatabaseIsAwaySessionsCannotBeRead() throws Exception {
    // Given
    tracker.sessions().breakDown();
    // When
    HttpResponse<String> response = problem("/api/v1/sessions");
    // Then
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("recording goes on");
  }

  @Test
  void thePipelineTellsWhatIsOnItsWay() throws Exception {
    assertThat(tracker.get("/api/v1/pipeline").body())
        .isEqualTo("{\"activitiesLag\":3,\"updatesLag\":4}");
  }

  @Test
  void healthIsThere() throws Exception {
    assertThat(json("/actuator/health").path("status").asString("")).isEqualTo("UP");
    assertThat(json("/actuator/health/liveness").path("status").asString("")).isEqualTo("UP");
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> response = tracker.get(path, "Accept", "application/json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningTracker.json(response);
  }

  private static String text(String path) throws Exception {
    HttpResponse<String> response = tracker.get(path, "Accept", "text/plain");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
    return response.body();
  }

  private static HttpResponse<String> problem(String path) throws Exception {
    HttpResponse<String> response = tracker.get(path);
    assertThat(response.headers().firstValue("Content-Type"))
        .as(response.body())
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(response.body()).doesNotContain("Exception");
    return response;
  }
}
