package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.activity.Delivery;
import dev.aidis.schemas.Activity;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActivitiesEndpointTest {
  private static final String PATH = "/api/v1/activities";
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
  void everyFieldIsTakenAsItIs() throws Exception {
    // Given
    UUID id = UUID.fromString("01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3");
    Activity expected =
        Activity.builder(id, "file_modified")
            .occurredAt(Instant.parse("2024-02-29T12:30:00.123Z"))
            .owner("bob")
            .workspace("side")
            .machine("desk")
            .client("git")
            .clientSession("s-1")
            .project("aidis")
            .repo("/src/aidis")
            .branch("main")
            .head("abc123")
            .aiModel("m")
            .aiProvider("p")
            .aiInvolved(true)
            .description("Changed")
            .taskId(id)
            .contextId(id)
            .decisionId(id)
            .filePath("a/b.c")
            .linesAdded(3)
            .linesRemoved(0)
            .title("t")
            .body("b")
            .taskStatus("completed")
            .tags(List.of("x"))
            .attributes(Map.of("k", "v"))
            .build();
    // When
    HttpResponse<String> response =
        post(
            """
            {"id":"01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3","type":"file_modified",
             "occurredAt":"2024-02-29T13:30:00.123+01:00","owner":"bob","workspace":"side",
             "machine":"desk","client":"git","clientSession":"s-1","project":"aidis",
             "repo":"/src/aidis","branch":"main","head":"abc123","aiModel":"m","aiProvider":"p",
             "aiInvolved":true,"description":"Changed",
             "taskId":"01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3",
             "contextId":"01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3",
             "decisionId":"01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3","filePath":"a/b.c",
             "linesAdded":3,"linesRemoved":0,"title":"t","body":"b","taskStatus":"completed",
             "tags":["x"],"attributes":{"k":"v"}}""");
    // Then
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(published().toBuilder().receivedAt(expected.receivedAt()).build())
        .isEqualTo(expected);
  }

  @Test
  void whatIsLeftOutIsTheTrackersAndTheCallersOwn() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.post(
            PATH,
            "{\"activities\":[{\"type\":\"heartbeat\",\"project\":null,\"title\":\"\"}]}",
            "Aidis-Workspace",
            "side",
            "Aidis-Client-Session",
            "s-2",
            "Aidis-Project",
            "shop");
    // Then
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(published())
        .returns("ada", Activity::owner)
        .returns("side", Activity::workspace)
        .returns("laptop", Activity::machine)
        .returns("s-2", Activity::clientSession)
        .returns("shop", Activity::project)
        .returns(null, Activity::title)
        .returns(7, activity -> activity.id().version());
    assertThat(result(response, 0).path("id").asString("")).isEqualTo(published().id().toString());
  }

  @Test
  void aBadItemNeverBlocksTheGoodOnes() throws Exception {
    // When
    HttpResponse<String> response =
        post(
            "{\"type\":\"task_created\",\"title\":\"One\"}",
            "{\"type\":\"Task!\"}",
            "{\"title\":\"x\"}",
            "{\"type\":\"note_added\",\"lines_added\":1}",
            "7",
            "{\"type\":\"note_added\",\"occurredAt\":\"yesterday\"}",
            "{\"type\":\"note_added\",\"occurredAt\":\"2500-01-01T00:00:00Z\"}",
            "{\"type\":\"note_added\",\"id\":\"1-1-1-1-1\"}",
            "{\"type\":\"task_created\",\"taskStatus\":\"done\"}",
            "{\"type\":\"file_modified\",\"linesAdded\":1.5}",
            "{\"type\":\"tags_added\",\"tags\":\"a\"}",
            "{\"type\":\"note_added\",\"owner\":\"a/b\"}",
            "{\"type\":\"note_added\",\"body\":\"\\u0000\"}",
            "{\"type\":\"task_created\",\"title\":\"Two\"}");
    // Then
    assertThat(response.statusCode()).isEqualTo(202);
    JsonNode answer = RunningTracker.json(response);
    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.path("rejected").asInt()).isEqualTo(12);
    assertThat(tracker.publisher().batches())
        .singleElement()
        .satisfies(
            batch -> assertThat(batch).extracting(Activity::title).containsExactly("One", "Two"));
    assertThat(errors(answer))
        .containsExactly(
            "type 'Task!' must be 1 to 50 lower-case letters, digits and underscores, such as"
                + " task_created",
            "type is missing; name one, such as task_created",
            "unknown field 'lines_added'; did you mean 'linesAdded'?",
            "activity 7 must be a JSON object",
            "occurredAt \"yesterday\" must be an ISO-8601 time with Z or an offset, such as"
                + " 2026-11-22T10:15:30.000Z",
            "occurredAt 2500-01-01T00:00:00Z must lie between 1970-01-01T00:00:00Z and"
                + " 2200-01-01T00:00:00Z",
            "id \"1-1-1-1-1\" must be a UUID, such as 01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3",
            "taskStatus \"done\" must be todo, in_progress or completed",
            "linesAdded 1.5 must be a whole number up to 2147483647",
            "tags \"a\" must be a list of texts",
            "owner must contain neither '/' nor control characters, has U+002F at 1",
            "body must not contain the character U+0000");
  }

  @Test
  void aClockThatIsFarAheadIsNotBelievedButKept() throws Exception {
    // Given
    String tomorrow = Instant.parse("2199-01-01T00:00:00Z").toString();
    // When
    post("{\"type\":\"heartbeat\",\"occurredAt\":\"" + tomorrow + "\"}");
    // Then
    assertThat(published().claimedAt()).isEqualTo(tomorrow);
    assertThat(published().occurredAt()).isEqualTo(published().receivedAt());
  }

  @Test
  void aTypeThatIsNotKnownIsTaken() throws Exception {
    // When
    post("{\"type\":\"coffee_made\"}");
    // Then
    assertThat(published().type()).isEqualTo("coffee_made");
  }

  @Test
  void whenTheLogIsAwayNothingIsAccepted() throws Exception {
    // Given
    tracker.publisher().breakDown();
    // When
    HttpResponse<String> response = post("{\"type\":\"heartbeat\"}");
    // Then
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("Kafka is away; start it and send again");
  }

  @Test
  void anItemThatTheLogDoesNotTakeFailsAlone() throws Exception {
    // Given
    tracker
        .publisher()
        .answer(
            one ->
                one.type().equals("heartbeat")
                    ? Delivery.failed(one.id(), "too large")
                    : Delivery.acknowledged(one.id()));
    // When
    HttpResponse<String> response = post("{\"type\":\"heartbeat\"}", "{\"type\":\"tool_used\"}");
    // Then
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(RunningTracker.json(response).path("failed").asInt()).isEqualTo(1);
    assertThat(result(response, 0).path("status").asString("")).isEqualTo("failed");
    assertThat(result(response, 0).path("error").asString("")).isEqualTo("too large");
    assertThat(result(response, 1).path("status").asString("")).isEqualTo("accepted");
  }

  private static HttpResponse<String> post(String... items) throws Exception {
    return tracker.post(PATH, "{\"activities\":[" + String.join(",", items) + "]}");
  }

  private static Activity published() {
    assertThat(tracker.publisher().published()).hasSize(1);
    return tracker.publisher().published().getFirst();
  }

  private static JsonNode result(HttpResponse<String> response, int index) {
    return RunningTracker.json(response).path("results").path(index);
  }

  private static List<String> errors(JsonNode answer) {
    return answer
        .path("results")
        .valueStream()
        .filter(item -> item.path("status").asString("").equals("rejected"))
        .map(item -> item.path("error").asString(""))
        .toList();
  }
}
