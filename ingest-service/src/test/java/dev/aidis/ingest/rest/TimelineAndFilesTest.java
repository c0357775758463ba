package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.queries.TimelineFilter;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TimelineAndFilesTest {
  private static final String PATH = "/api/v1/sessions/48/timeline";
  private static RunningTracker tracker;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @Test
  void theNextPageIsAskedForWithWhatThePageBeforeNamed() throws Exception {
    // Given
    JsonNode first = RunningTracker.json(tracker.get(PATH + "?limit=1"));
    String next = first.path("next").asString("");

    // When
    JsonNode last = RunningTracker.json(tracker.get(PATH + "?limit=1&after=" + next));

    // Then
    assertThat(first.path("activities").size()).isEqualTo(1);
    assertThat(last.has("next")).as("absent on the last page").isFalse();
    assertThat(tracker.sessions().lastTimeline())
        .isEqualTo(TimelineFilter.newest(1).withAfter(TimelineFilter.Place.parse(next)));
  }

  @Test
  void theFilesOfASessionAreThere() throws Exception {
    // When
    JsonNode files = RunningTracker.json(tracker.get("/api/v1/sessions/48/files")).path("files");
    // Then
    assertThat(files.path(0).path("path").asString("")).isEqualTo("src/Login.java");
  }

  @ParameterizedTest
  @CsvSource({"tasks, Add tokens", "decisions, Use JWT", "context, Logging in"})
  void theItemsOfASessionAreThere(String kind, String title) throws Exception {
    // When
    JsonNode items = RunningTracker.json(tracker.get("/api/v1/sessions/48/items"));
    String drawn = tracker.get("/api/v1/sessions/48/items?format=text").body();

    // Then
    assertThat(items.path(kind).path(0).path("title").asString("")).isEqualTo(title);
    assertThat(drawn).contains("Session #48", title);
  }

  @Test
  void theOldestComeFirstForThoseWhoAsk() throws Exception {
    // When
    tracker.get(PATH + "?order=oldest");
    // Then
    assertThat(tracker.sessions().lastTimeline()).isEqualTo(TimelineFilter.oldest(100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order=newst | did you mean 'newest'?",
        "after=there | is no place in a timeline",
        "limit=0     | limit 0 must lie between 1 and 1000"
      })
  void whatCannotBeMeantIsRefused(String query, String sentence) throws Exception {
    // When
    HttpResponse<String> answer = tracker.get(PATH + "?" + query);
    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(sentence);
  }
}
