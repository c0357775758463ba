package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.token.Tokens;
import dev.aidis.schemas.Activity;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What assistants' telemetry and editors tell with one owner's token is that owner's. */
class IntakeOwnersApartTest {
  private static final String EDITORS = "/compat/wakatime/v1/users/current/";
  private static final String HEARTBEAT =
      """
      {"entity":"/src/shop/Main.java","type":"file","time":1785598059,"project":"shop"}""";

  /** Claims to be of ada and of another machine, as far as telemetry can. */
  private static final String EXPORT =
      """
      {"resourceMetrics":[{"resource":{"attributes":[
          {"key":"owner","value":{"stringValue":"ada"}},
          {"key":"machine","value":{"stringValue":"laptop"}}]},
        "scopeMetrics":[{"metrics":[{"name":"claude_code.token.usage","sum":{"aggregationTemporality":1,
          "dataPoints":[{"startTimeUnixNano":"1785598000000000000","timeUnixNano":"1785598059000000000","asDouble":12,
            "attributes":[{"key":"type","value":{"stringValue":"input"}},
              {"key":"session.id","value":{"stringValue":"s-1"}},
              {"key":"model","value":{"stringValue":"claude-sonnet-4-5"}}]}]}}]}]}]}""";

  private static RunningTracker tracker;
  private static Tokens.Issued bob;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start(Map.of("aidis.access.require-token", true));
    bob = tracker.token(new Tokens.Wanted("bob", "bobs", null, false, null));
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @BeforeEach
  void reset() {
    tracker.publisher().reset();
  }

  @Test
  void telemetryIsOfTheTokensOwnerAndMachineWhateverItsAttributesClaim() throws Exception {
    // When
    HttpResponse<String> answer = post("/v1/metrics", EXPORT, bearer());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(tracker.publisher().published())
        .extracting(Activity::owner, Activity::machine)
        .containsExactly(tuple("bob", "bobs"));
  }

  @Test
  void anEditorsHeartbeatIsOfTheTokensOwner() throws Exception {
    // When
    HttpResponse<String> answer = post(EDITORS + "heartbeats", HEARTBEAT, editorKey());

    // Then
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(tracker.publisher().published())
        .extracting(Activity::owner, Activity::machine)
        .containsExactly(tuple("bob", "bobs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/metrics", "/v1/logs", EDITORS + "heartbeats"})
  void anotherOwnerInAHeaderIsRefused(String path) throws Exception {
    // When
    HttpResponse<String> answer =
        tracker.post(path, HEARTBEAT, "Authorization", bearer(), "Aidis-Owner", "ada");

    // Then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(tracker.publisher().published()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/metrics",
        "/v1/logs",
        EDITORS + "heartbeats",
        EDITORS + "heartbeats.bulk",
      })
  void withoutATokenNothingIsTaken(String path) throws Exception {
    assertThat(tracker.post(path, "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void theStatusBarIsForWhoHasAKey() throws Exception {
    String path = EDITORS + "statusbar/today";

    assertThat(tracker.get(path).statusCode()).isEqualTo(401);
    assertThat(tracker.get(path, "Authorization", editorKey()).statusCode()).isEqualTo(200);
    assertThat(tracker.answers().last())
        .extracting(asked -> asked.scope().owner())
        .isEqualTo("bob");
  }

  @Test
  void anEditorsKeyOpensNothingElse() throws Exception {
    assertThat(post("/v1/metrics", EXPORT, editorKey()).statusCode()).isEqualTo(401);
    assertThat(tracker.get("/api/v1/sessions", "Authorization", editorKey()).statusCode())
        .isEqualTo(401);
  }

  private static String bearer() {
    return "Bearer " + bob.secret().text();
  }

  /** As WakaTime's plugins send their key. */
  private static String editorKey() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(bob.secret().editorKey().getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> post(String path, String json, String authorization)
      throws Exception {
    return tracker.post(path, json, "Authorization", authorization);
  }
}
