package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests of which not one activity is taken. */
class RefusedActivitiesTest {
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

  @Test
  void whatIsNoListOfActivitiesIsRefusedAsAWhole() throws Exception {
    String tooMany = String.join(",", Collections.nCopies(1001, "{}"));
    assertRefused("{\"activities\":", "The body is not JSON");
    assertRefused("", "{\\\"activities\\\":[…]}");
    assertRefused("[]", "{\\\"activities\\\":[…]}");
    assertRefused("{\"activities\":{}}", "{\\\"activities\\\":[…]}");
    assertRefused("{\"activities\":[],\"more\":1}", "{\\\"activities\\\":[…]}");
    assertRefused("{\"activities\":[]}", "Send 1 to 1000 activities at once, not 0.");
    assertRefused("{\"activities\":[" + tooMany + "]}", "not 1001.");
    assertRefused("[".repeat(100_000), "The body is not JSON");
    assertThat(tracker.publisher().batches()).isEmpty();
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    // Given
    byte[] large = new byte[BoundedBody.MAX_BYTES + 1];
    Arrays.fill(large, (byte) ' ');
    HttpRequest.Builder request =
        HttpRequest.newBuilder(tracker.uri(PATH)).header("Content-Type", "application/json");
    // When
    HttpResponse<String> counted =
        tracker.send(request.POST(BodyPublishers.ofByteArray(large)).build());
    HttpResponse<String> chunked =
        tracker.send(
            request
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());
    // Then
    assertThat(counted.statusCode()).isEqualTo(413);
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertProblem(chunked, "send fewer activities at once");
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.send(
            HttpRequest.newBuilder(tracker.uri(PATH))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"activities\":[{\"type\":\"heartbeat\"}]}"))
                .build());
    // Then
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(tracker.publisher().batches()).isEmpty();
  }

  @Test
  void aWorkspaceThatCannotBeIsRefused() throws Exception {
    // When
    HttpResponse<String> response =
        tracker.post(PATH, "{\"activities\":[{\"type\":\"heartbeat\"}]}", "Aidis-Workspace", "a/b");
    // Then
    assertThat(response.statusCode()).isEqualTo(400);
    assertProblem(response, "workspace must contain neither '/'");
  }

  private static void assertRefused(String body, String sentence) throws Exception {
    HttpResponse<String> response = tracker.post(PATH, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertProblem(response, sentence);
  }

  private static void assertProblem(HttpResponse<String> response, String sentence) {
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(response.body()).contains(sentence).doesNotContain("Exception");
  }
}
