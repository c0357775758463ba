package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.token.Tokens;
import dev.aidis.queries.SessionFilter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bob has a token of his own, and tries to read and to write what is Ada's. */
class OwnersApartTest {
  private static final String SESSION = "01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3";

  private static RunningTracker tracker;
  private static String bob;
  private static String ada;
  private static String root;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start(Map.of("aidis.access.require-token", true));
    bob = bearer(new Tokens.Wanted("bob", "bobs", null, false, null));
    ada = bearer(new Tokens.Wanted("ada", null, null, false, null));
    root = bearer(new Tokens.Wanted("ada", null, "root", true, null));
  }

  private static String bearer(Tokens.Wanted wanted) {
    return "Bearer " + tracker.token(wanted).secret().text();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @BeforeEach
  void reset() {
    tracker.publisher().reset();
    tracker.sessions().reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sessions/48",
        "/api/v1/sessions/" + SESSION,
        "/api/v1/sessions/current",
        "/api/v1/sessions/48/report",
        "/api/v1/sessions/48/timeline",
        "/api/v1/sessions/48/files",
        "/api/v1/sessions/48/context",
        "/api/v1/context",
        "/api/v1/compare?a=48&b=48"
      })
  void anothersSessionIsNotThere(String path) throws Exception {
    assertThat(get(path, ada).statusCode()).isEqualTo(200);
    assertThat(get(path, bob).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/sessions?owner=ada", "/api/v1/sessions?owner=*"})
  void anothersListIsRefused(String path) throws Exception {
    assertThat(get(path, bob).statusCode()).isEqualTo(403);
    assertThat(get(path, root).statusCode()).isEqualTo(200);
  }

  @Test
  void aListIsOnesOwn() throws Exception {
    // When
    get("/api/v1/sessions", bob);

    // Then
    assertThat(lastListed()).isEqualTo("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/stats", "/api/v1/patterns", "/api/v1/accomplishments", "/api/v1/today"})
  void numbersAreOnesOwn(String path) throws Exception {
    // When
    HttpResponse<String> answer = get(path + "?owner=ada", bob);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(lastAnswered()).isEqualTo("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"note_added\",\"body\":\"x\",\"owner\":\"ada\"}",
        "{\"type\":\"note_added\",\"body\":\"x\",\"machine\":\"laptop\"}"
      })
  void nothingIsRecordedInAnothersName(String activity) throws Exception {
    // When
    HttpResponse<String> answer =
        post(
            "/api/v1/activities",
            "{\"activities\":[{\"type\":\"note_added\",\"body\":\"own\"}," + activity + "]}",
            bob);

    // Then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(tracker.publisher().published()).isEmpty();
  }

  @Test
  void whatDoesNotSayWhoseItIsBecomesOnesOwn() throws Exception {
    // When
    post("/api/v1/activities", "{\"activities\":[{\"type\":\"note_added\",\"body\":\"x\"}]}", bob);
    post("/api/v1/session/goal", "{\"goal\":\"Ship\"}", bob);
    post("/api/v1/session/start", "{}", bob);
    post("/hooks/claude-code", hook(), bob);

    // Then
    assertThat(tracker.publisher().published())
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(
            activity -> {
              assertThat(activity.owner()).isEqualTo("bob");
              assertThat(activity.machine()).isEqualTo("bobs");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/activities", "/api/v1/session/goal", "/hooks/claude-code", "/mcp"})
  void aHeaderThatNamesAnotherMachineIsRefused(String path) throws Exception {
    // When
    HttpResponse<String> answer =
        tracker.post(
            path,
            "{\"activities\":[{\"type\":\"heartbeat\"}]}",
            "Authorization",
            bob,
            "Aidis-Machine",
            "laptop",
            "Accept",
            "application/json, text/event-stream");

    // Then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("machine bobs", "laptop");
  }

  @Test
  void aHeaderThatNamesAnotherOwnerIsRefused() throws Exception {
    for (String path : List.of("/api/v1/sessions", "/api/v1/stats", "/api/v1/sessions/48")) {
      assertThat(tracker.get(path, "Authorization", bob, "Aidis-Owner", "ada").statusCode())
          .isEqualTo(403);
    }
    assertThat(
            tracker
                .post("/hooks/claude-code", hook(), "Authorization", bob, "Aidis-Owner", "ada")
                .statusCode())
        .isEqualTo(403);
    assertThat(tracker.publisher().published()).isEmpty();
    assertThat(
            tracker
                .get("/api/v1/sessions", "Authorization", root, "Aidis-Owner", "bob")
                .statusCode())
        .isEqualTo(200);
    assertThat(lastListed()).isEqualTo("bob");
  }

  @Test
  void historyIsImportedAsOnesOwnOnly() throws Exception {
    String adas =
        """
        {"activities":[{"id":"%s","type":"heartbeat","occurredAt":"2026-11-22T10:00:00Z",
         "receivedAt":"2026-11-22T10:00:00Z","appendedAt":"2026-11-22T10:00:00Z","owner":"ada",
         "workspace":"main","machine":"bobs"}]}"""
            .formatted(SESSION);

    assertThat(post("/api/v1/import", adas, bob).statusCode()).isEqualTo(403);
    assertThat(post("/api/v1/import?owner=ada", adas, bob).statusCode()).isEqualTo(403);
    assertThat(tracker.publisher().published()).isEmpty();
    assertThat(post("/api/v1/import?owner=bob", adas, bob).statusCode()).isEqualTo(202);
    assertThat(tracker.publisher().published()).extracting("owner").containsExactly("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/dead-letters", "/api/v1/dead-letters/0/0", "/api/v1/rebuild"})
  void administrationIsForAdministrators(String path) throws Exception {
    assertThat(get(path, bob).statusCode()).isEqualTo(403);
    assertThat(get(path, root).statusCode()).isNotEqualTo(403);
    assertThat(post("/api/v1/rebuild", "", bob).statusCode()).isEqualTo(403);
  }

  @Test
  void tokensOfOthersAreNotSeenNorRevoked() throws Exception {
    // Given
    Tokens.Issued another = tracker.token(new Tokens.Wanted("ada", null, null, false, null));
    String path = "/api/v1/tokens/" + another.token().id();

    // When
    JsonNode seen = RunningTracker.json(get("/api/v1/tokens", bob)).path("tokens");

    // Then
    assertThat(seen.size()).isEqualTo(1);
    assertThat(seen.path(0).path("owner").asString()).isEqualTo("bob");
    assertThat(delete(path, bob).statusCode()).isEqualTo(404);
    assertThat(post("/api/v1/tokens", "{\"owner\":\"ada\"}", bob).statusCode()).isEqualTo(403);
    assertThat(post("/api/v1/tokens", "{}", ada).statusCode()).isEqualTo(403);
    assertThat(delete(path, ada).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/sessions", "Bearer " + another.secret().text()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void anAdministratorMakesTokensAndTheirSecretIsShownOnce() throws Exception {
    // When
    HttpResponse<String> made =
        post("/api/v1/tokens", "{\"owner\":\"carol\",\"machine\":\"desk\"}", root);

    // Then
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    String secret = RunningTracker.json(made).path("secret").asString();
    assertThat(get("/api/v1/tokens", root).body())
        .contains("\"owner\":\"carol\"", "\"machine\":\"desk\"", "\"name\":\"desk\"")
        .doesNotContain(secret)
        .doesNotContain("Hash");
    get("/api/v1/sessions", "Bearer " + secret);
    assertThat(lastListed()).isEqualTo("carol");
  }

  private static @Nullable String lastListed() {
    return Optional.ofNullable(tracker.sessions().lastFilter())
        .map(SessionFilter::owner)
        .orElse(null);
  }

  private static @Nullable String lastAnswered() {
    return Optional.ofNullable(tracker.answers().last())
        .map(asked -> asked.scope().owner())
        .orElse(null);
  }

  private static String hook() {
    return """
        {"hook_event_name":"UserPromptSubmit","session_id":"s","cwd":"/src/x","prompt":"hi"}""";
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return tracker.get(path, "Authorization", token);
  }

  private static HttpResponse<String> post(String path, String json, String token)
      throws Exception {
    return tracker.post(path, json, "Authorization", token);
  }

  private static HttpResponse<String> delete(String path, String token) throws Exception {
    return tracker.send(
        HttpRequest.newBuilder(tracker.uri(path)).header("Authorization", token).DELETE().build());
  }
}
