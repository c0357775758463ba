package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.activity.LoggedActivity;
import dev.aidis.schemas.Activity;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportEndpointTest {
  private static final String LINE =
      """
      {"id":"01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3","type":"task_created",
       "occurredAt":"2024-02-29T12:30:00.123Z","receivedAt":"2024-02-29T12:30:01Z",
       "claimedAt":"2031-01-01T00:00:00Z","appendedAt":"2024-02-29T12:30:02.456Z",
       "owner":"ada","workspace":"side","machine":"desk","taskStatus":"unheard of","title":"",
       "taskId":"01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d4","attributes":{"k":""}}""";

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
  void forget() {
    tracker.publisher().reset();
  }

  @Test
  void aLineIsTakenExactlyWithTheTimesItHadElsewhere() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.post("/api/v1/import", "{\"activities\":[" + LINE + "]}", "Aidis-Project", "shop");
    // Then
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(tracker.publisher().history())
        .containsExactly(
            new LoggedActivity(
                tracker.publisher().published().getFirst(),
                Instant.parse("2024-02-29T12:30:02.456Z")));
    assertThat(tracker.publisher().published().getFirst())
        .returns(Instant.parse("2024-02-29T12:30:01Z"), Activity::receivedAt)
        .returns(Instant.parse("2031-01-01T00:00:00Z"), Activity::claimedAt)
        .returns("unheard of", Activity::taskStatus)
        .returns("", Activity::title)
        .returns(null, Activity::project)
        .returns("side", Activity::workspace);
  }

  @Test
  void forAnotherOwnerItGetsIdsOfItsOwnTheSameEachTime() throws Exception {
    // When
    post("?owner=bob");
    post("?owner=bob");
    post("?owner=carol");
    post("?owner=ada");
    // Then
    List<Activity> published = tracker.publisher().published();
    assertThat(published.get(0)).isEqualTo(published.get(1)).returns("bob", Activity::owner);
    assertThat(published.stream().map(Activity::id).distinct()).hasSize(3);
    assertThat(published.get(3).id()).hasToString("01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3");
    assertThat(published.stream().map(Activity::taskId).distinct()).hasSize(3);
  }

  @Test
  void whatIsNoLineOfAnExportIsRefusedAlone() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.post(
            "/api/v1/import",
            "{\"activities\":["
                + LINE.replace("\"appendedAt\"", "\"appended\"")
                + ",7,"
                + LINE
                + ","
                + LINE.replace("\"title\"", "\"titel\"")
                + "]}");
    // Then
    assertThat(response.body()).contains("appendedAt is missing", "must be a JSON object", "titel");
    assertThat(RunningTracker.json(response).path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void aLineOfATimeThatNobodyCanWriteIsRefusedAlone() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.post(
            "/api/v1/import",
            "{\"activities\":["
                + LINE
                + ","
                + LINE.replace("2024-02-29T12:30:02.456Z", "+999999999-01-01T00:00:00Z")
                + "]}");
    // Then
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(response.body()).contains("appendedAt +999999999-01-01T00:00:00Z must lie between");
    assertThat(RunningTracker.json(response).path("accepted").asInt()).isEqualTo(1);
    assertThat(RunningTracker.json(response).path("rejected").asInt()).isEqualTo(1);
    assertThat(tracker.publisher().history()).hasSize(1);
  }

  private static void post(String query) throws Exception {
    assertThat(
            tracker.post("/api/v1/import" + query, "{\"activities\":[" + LINE + "]}").statusCode())
        .isEqualTo(202);
  }
}
