package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.MemoryTokenLog;
import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.token.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir private static Path files;
  private static RunningTracker guarded;
  private static Tokens.Issued ada;

  @BeforeAll
  static void start() throws Exception {
    Path file = Files.writeString(files.resolve("token"), SECRET + "\n");
    guarded =
        RunningTracker.start(
            Map.of(
                "aidis.access.require-token",
                true,
                "aidis.access.token-file",
                file.toString(),
                "aidis.access.requests-per-second",
                0));
    ada = guarded.token(new Tokens.Wanted("ada", null, null, false, null));
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/assets/../api/v1/sessions",
        "/sessions/..;/api/v1/sessions",
        "/api/v1/sessions",
        "/api/v1/sessions/48/report",
        "/api/v1/tokens",
        "/api/v1/nothing",
        "/api/v1/events",
        "/mcp",
        "/error",
        "/v1/metrics",
        "/compat/wakatime/v1/users/current/statusbar/today",
        "/actuator",
        "/actuator/prometheus",
        "/actuator/health/../prometheus",
        "/actuator/health/kafka"
      })
  void withoutATokenNobodyComesIn(String path) throws Exception {
    // When
    HttpResponse<String> answer = guarded.get(path);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"aidis\"");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(RunningTracker.json(answer).path("detail").asString())
        .contains("A token is needed", "aidis token create");
  }

  @Test
  void whetherItLivesIsForEverybodyToSee() throws Exception {
    assertThat(guarded.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void theTokenComesAsBearerOrAsUserOrPassword() throws Exception {
    String secret = ada.secret().text();

    assertThat(status("Bearer " + secret)).isEqualTo(200);
    assertThat(status("bearer   " + secret)).isEqualTo(200);
    assertThat(status(basic(secret))).isEqualTo(200);
    assertThat(status(basic(secret + ":"))).isEqualTo(200);
    assertThat(status(basic("ada:" + secret))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer aidis_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer something else",
        "Basic !!!",
        "Basic Og==",
        "Digest username=ada",
        "ada"
      })
  void anythingElseIsNone(String authorization) throws Exception {
    // When
    HttpResponse<String> answer = guarded.get("/api/v1/sessions", "Authorization", authorization);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"invalid_token\"");
    assertThat(answer.body()).contains("unknown, revoked or expired");
  }

  @Test
  void anEditorsKeyOpensThePathsOfEditorsOnly() throws Exception {
    String key = basic(ada.secret().editorKey());

    assertThat(status(key)).isEqualTo(401);
    assertThat(guarded.get("/compat/wakatime/none", "Authorization", key).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aRevokedTokenIsShutOutAtOnce() throws Exception {
    // Given
    Tokens.Issued bob = guarded.token(new Tokens.Wanted("bob", null, null, false, null));
    assertThat(status("Bearer " + bob.secret().text())).isEqualTo(200);

    // When
    guarded.bean(Tokens.class).revoke(bob.token());

    // Then
    assertThat(status("Bearer " + bob.secret().text())).isEqualTo(401);
  }

  @Test
  void theTokenOfTheFileAdministers() throws Exception {
    assertThat(
            guarded.get("/actuator/prometheus", "Authorization", "Bearer " + SECRET).statusCode())
        .isEqualTo(200);
    assertThat(
            guarded
                .get("/actuator/prometheus", "Authorization", "Bearer " + ada.secret().text())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aPageOfItsOwnIsLetInAndAForeignOneIsNot() throws Exception {
    String bearer = "Bearer " + ada.secret().text();
    String own = guarded.uri("/").toString().replaceFirst("/$", "");

    assertThat(guarded.get("/api/v1/sessions", "Authorization", bearer, "Origin", own).statusCode())
        .isEqualTo(200);
    assertThat(
            guarded
                .get("/api/v1/sessions", "Authorization", bearer, "Origin", "https://evil.example")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void onLoopbackNoTokenIsNeededButAWrongOneIsRefused() throws Exception {
    try (RunningTracker local = RunningTracker.start()) {
      assertThat(local.get("/api/v1/sessions").statusCode()).isEqualTo(200);
      assertThat(local.get("/api/v1/sessions", "Authorization", "Bearer aidis_old").statusCode())
          .isEqualTo(401);
      assertThat(
              local
                  .get("/api/v1/sessions", "Authorization", basic("00000000-for-another-service"))
                  .statusCode())
          .isEqualTo(200);
      assertThat(local.get("/api/v1/sessions", "X-Forwarded-For", "10.0.0.9").statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void whoComesTooOftenIsToldWhenToComeAgain() throws Exception {
    try (RunningTracker slow =
        RunningTracker.start(Map.of("aidis.access.requests-per-second", 1))) {
      // Given
      Tokens.Issued bob = slow.token(new Tokens.Wanted("bob", null, null, false, null));
      String bearer = "Bearer " + bob.secret().text();
      slow.get("/api/v1/sessions", "Authorization", bearer);
      slow.get("/api/v1/sessions", "Authorization", bearer);

      // When
      HttpResponse<String> answer = slow.get("/api/v1/sessions", "Authorization", bearer);

      // Then
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      for (int i = 0; i < 5; i++) {
        assertThat(slow.get("/api/v1/sessions").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void whoTriesTokensIsSlowedDown() throws Exception {
    try (RunningTracker attacked =
        RunningTracker.start(Map.of("aidis.access.require-token", true))) {
      // Given
      Tokens.Issued bob = attacked.token(new Tokens.Wanted("bob", null, null, false, null));

      // When
      int status = 401;
      for (int i = 0; i < 500 && status == 401; i++) {
        status =
            attacked.get("/api/v1/sessions", "Authorization", "Bearer aidis_" + i).statusCode();
      }

      // Then
      assertThat(status).isEqualTo(429);
      assertThat(
              attacked
                  .get("/api/v1/sessions", "Authorization", "Bearer " + bob.secret().text())
                  .statusCode())
          .as("a good token from the same address, as behind a proxy")
          .isEqualTo(200);
    }
  }

  @Test
  void whileTheTokensAreNotReadYetNobodyIsCalledAStranger() throws Exception {
    try (RunningTracker early =
        RunningTracker.start(
            Map.of("aidis.access.require-token", true), new MemoryTokenLog().cannotBeRead())) {
      HttpResponse<String> answer =
          early.get("/api/v1/sessions", "Authorization", "Bearer " + ada.secret().text());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
  }

  @Test
  void withoutATokenItDoesNotListenForOtherMachines() {
    assertThatThrownBy(starting(Map.of("server.address", "0.0.0.0"), new MemoryTokenLog()))
        .rootCause()
        .hasMessage(
            "other machines can reach 0.0.0.0, and there is no token yet: bind to 127.0.0.1 and make one with `aidis token create`, or set AIDIS_TOKEN_FILE to a file with one");
  }

  @Test
  void withOneItDoes() throws Exception {
    // Given
    MemoryTokenLog log = new MemoryTokenLog();
    Tokens.Issued bob =
        new Tokens(log, InstantSource.system())
            .issue(new Tokens.Wanted("bob", null, null, false, null));

    // When
    try (RunningTracker open = RunningTracker.start(Map.of("server.address", "0.0.0.0"), log)) {
      // Then
      assertThat(open.get("/api/v1/sessions").statusCode()).isEqualTo(401);
      assertThat(
              open.get("/api/v1/sessions", "Authorization", "Bearer " + bob.secret().text())
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aTokenFileThatIsNoGoodIsNamed() throws Exception {
    Path weak = Files.writeString(files.resolve("weak"), "secret\n");

    assertThatThrownBy(
            starting(Map.of("aidis.access.token-file", weak.toString()), new MemoryTokenLog()))
        .rootCause()
        .hasMessageContaining("the token in " + weak + " must have 32 visible ASCII characters")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(
            starting(Map.of("aidis.access.token-file", "/no/such"), new MemoryTokenLog()))
        .hasStackTraceContaining("the token file /no/such cannot be read");
  }

  private static ThrowingCallable starting(Map<String, Object> settings, MemoryTokenLog log) {
    return () -> RunningTracker.start(settings, log).close();
  }

  private static int status(String authorization) throws Exception {
    return guarded.get("/api/v1/sessions", "Authorization", authorization).statusCode();
  }

  private static String basic(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
