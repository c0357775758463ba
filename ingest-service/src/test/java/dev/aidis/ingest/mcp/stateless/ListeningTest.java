package dev.aidis.ingest.mcp.stateless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.caller.StreamLimit;
import dev.aidis.ingest.token.Tokens;
import dev.aidis.schemas.TrackerKey;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code subscriptions/listen}. */
@Timeout(60)
class ListeningTest {
  private static final String CURRENT = "aidis://session/current";
  private static final String ID = "io.modelcontextprotocol/subscriptionId";

  @Test
  void whoListensHearsOfEachChangeUntilTheServerStops() throws Exception {
    RunningTracker tracker = RunningTracker.start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      // Given
      var request =
          new StatelessClient(tracker)
              .message(
                  "subscriptions/listen",
                  Map.of(
                      "notifications",
                      Map.of(
                          "toolsListChanged",
                          true,
                          "resourceSubscriptions",
                          List.of(CURRENT, "test://nothing"))))
              .request();
      BufferedReader stream = reader(http.send(request, BodyHandlers.ofInputStream()).body());
      // Then
      JsonNode acknowledged = next(stream);
      assertThat(acknowledged.path("method").asString())
          .isEqualTo("notifications/subscriptions/acknowledged");
      assertThat(acknowledged.path("params").path("notifications").toString())
          .isEqualTo("{\"resourceSubscriptions\":[\"" + CURRENT + "\"]}");
      // When
      tracker.sessions().has(FakeSessions.changed());
      tracker.signals().signal(new TrackerKey("ada", TrackerKey.MAIN));
      // Then
      JsonNode changed = next(stream);
      assertThat(changed.path("method").asString()).isEqualTo("notifications/resources/updated");
      assertThat(changed.path("params").path("uri").asString()).isEqualTo(CURRENT);
      assertThat(changed.path("params").path("_meta").path(ID).asInt()).isEqualTo(7);
      // When
      tracker.close();
      // Then
      JsonNode end = next(stream);
      assertThat(end.path("id").asInt()).isEqualTo(7);
      assertThat(end.path("result").path("resultType").asString()).isEqualTo("complete");
    } finally {
      tracker.close();
    }
  }

  @Test
  void aStreamDoesNotOutliveItsToken() throws Exception {
    try (RunningTracker tracker = RunningTracker.start();
        HttpClient http = HttpClient.newHttpClient()) {
      // Given
      Tokens.Issued brief = tracker.token(new Tokens.Wanted("bob", null, null, false, null));
      var request =
          new StatelessClient(tracker)
              .message(
                  "subscriptions/listen",
                  Map.of("notifications", Map.of("resourceSubscriptions", List.of(CURRENT))))
              .header("Authorization", "Bearer " + brief.secret().text())
              .request();
      BufferedReader stream = reader(http.send(request, BodyHandlers.ofInputStream()).body());
      assertThat(next(stream).path("method").asString()).endsWith("acknowledged");
      // When
      tracker.bean(Tokens.class).revoke(brief.token());
      // Then
      assertThat(next(stream).path("result").path("resultType").asString()).isEqualTo("complete");
    }
  }

  @Test
  void whatIsNoFilterIsABadRequest() throws Exception {
    try (RunningTracker tracker = RunningTracker.start()) {
      assertThat(new StatelessClient(tracker).send("subscriptions/listen", Map.of()).status())
          .isEqualTo(400);
    }
  }

  @Test
  void aTokenHoldsOnlySoManyStreams() throws Exception {
    try (RunningTracker tracker = RunningTracker.start();
        HttpClient http = HttpClient.newHttpClient()) {
      // Given
      var request =
          new StatelessClient(tracker)
              .message("subscriptions/listen", Map.of("notifications", Map.of()))
              .request();
      for (int i = 0; i < StreamLimit.MOST; i++) {
        assertThat(http.send(request, BodyHandlers.ofInputStream()).statusCode()).isEqualTo(200);
      }
      // When
      var answer = http.send(request, BodyHandlers.ofString());
      // Then
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.body()).contains("There are 100 subscriptions with this token");
      http.shutdownNow();
    }
  }

  private static BufferedReader reader(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  private static JsonNode next(BufferedReader stream) throws Exception {
    String line = stream.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = stream.readLine();
    }
    assertThat(line).isNotNull();
    return JsonMapper.shared().readTree(String.valueOf(line).substring("data: ".length()));
  }
}
