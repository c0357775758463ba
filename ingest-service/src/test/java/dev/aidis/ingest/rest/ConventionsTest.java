package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What holds for every path of the API. */
class ConventionsTest {
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

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/nothing, 404",
    "GET, /nothing, 404",
    "GET, /api/v1/sessions/nothing/at/all, 404",
    "DELETE, /api/v1/sessions, 405",
    "GET, /api/v1/activities, 405",
    "PUT, /api/v1/session/goal, 405",
    "POST, /api/v1/activities, 415",
    "GET, /api/v1/sessions?limit=many, 400",
    "GET, /api/v1/compare, 400",
    "GET, /api/v1/dead-letters/x/y, 400",
    "GET, /api/v1/sessions?format=pdf, 400",
    "GET, /api/v1/sessions?after=there, 400",
    "GET, /api/v1/projects?after=there, 400",
    "GET, /api/v1/sessions?project=%00, 400",
    "GET, /api/v1/sessions?tag=a%00b, 400",
    "GET, /api/v1/sessions?since=%2B300000-01-01T00:00:00Z, 400",
    "GET, /api/v1/stats?since=%2B999999999-12-31T23:59:59-18:00, 400"
  })
  void everyRefusalIsAProblemInJson(String method, String path, int status) throws Exception {
    for (String accept : new String[] {"*/*", "application/json", "text/html"}) {
      // When
      HttpResponse<String> answer =
          tracker.send(
              HttpRequest.newBuilder(tracker.uri(path))
                  .header("Accept", accept)
                  .method(method, HttpRequest.BodyPublishers.ofString("x"))
                  .build());

      // Then
      assertThat(answer.statusCode()).as(accept).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(accept)
          .contains("application/problem+json");
      JsonNode problem = RunningTracker.json(answer);
      assertThat(problem.path("status").asInt()).isEqualTo(status);
      assertThat(problem.path("detail").asString("")).isNotBlank();
    }
  }

  @Test
  void whatTheDatabaseRefusesIsNoOutage() throws Exception {
    // Given
    tracker.sessions().refuse();

    // When
    HttpResponse<String> answer = tracker.get("/api/v1/sessions?project=shop");

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("not one that the database can look for")
        .doesNotContain("invalid byte sequence");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sessions",
        "/api/v1/sessions/48",
        "/api/v1/sessions/48?format=markdown",
        "/api/v1/sessions/48/timeline",
        "/api/v1/projects",
        "/openapi.json"
      })
  void whatIsUnchangedIsNotSentAgain(String path) throws Exception {
    // Given
    HttpResponse<String> first = tracker.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    // When
    HttpResponse<String> again = tracker.get(path, "If-None-Match", tag);

    // Then
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(tracker.get(path, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
  }

  @Test
  void whatHasChangedHasAnotherTag() throws Exception {
    // Given
    String tag = tracker.get("/api/v1/sessions").headers().firstValue("ETag").orElseThrow();

    // When
    tracker.sessions().hasNoSession();
    HttpResponse<String> again = tracker.get("/api/v1/sessions", "If-None-Match", tag);

    // Then
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() throws Exception {
    // When
    JsonNode first = RunningTracker.json(tracker.get("/api/v1/sessions?limit=1"));
    String next = first.path("next").asString("");
    JsonNode last = RunningTracker.json(tracker.get("/api/v1/sessions?limit=1&after=" + next));

    // Then
    assertThat(next).isNotEmpty();
    assertThat(last.has("next")).isFalse();
    assertThat(tracker.sessions().lastFilter()).extracting("before").hasToString(next);
  }
}
