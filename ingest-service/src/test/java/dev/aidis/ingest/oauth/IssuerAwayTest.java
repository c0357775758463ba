package dev.aidis.ingest.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aidis.ingest.RunningTracker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerAwayTest {
  private static final String RESOURCE = "https://tracker.example";
  private static RSAKey key;

  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean away = true;
  private HttpServer issuer;
  private String url;

  @BeforeAll
  static void makeKey() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("1").generate();
  }

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    url = "http://127.0.0.1:" + issuer.getAddress().getPort();
    String metadata =
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"subject_types_supported\":[\"public\"]}"
            .formatted(url, url);
    issuer.createContext(
        "/.well-known/openid-configuration", exchange -> answer(exchange, metadata));
    issuer.createContext(
        "/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
    issuer.start();
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/keys"})
  void aTokenThatCannotBeCheckedIsToComeAgain(String keys) throws Exception {
    try (RunningTracker tracker = tracker(keys)) {
      // When
      HttpResponse<String> answer = get(tracker, token("1"));

      // Then
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains(url, "cannot be asked");
      away = false;
      assertThat(get(tracker, token("1")).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/keys"})
  void itIsNotAskedWithEachRequest(String keys) throws Exception {
    try (RunningTracker tracker = tracker(keys)) {
      for (int i = 0; i < 50; i++) {
        assertThat(get(tracker, token("1")).statusCode()).as("request %d", i).isEqualTo(503);
      }
      assertThat(asked.get()).isBetween(1, 20);
    }
  }

  @Test
  void strangersWithKeysOfTheirOwnDoNotMakeTheTrackerAskForThemEachTime() throws Exception {
    away = false;
    try (RunningTracker tracker = tracker("/keys")) {
      // When
      for (int i = 0; i < 50; i++) {
        assertThat(get(tracker, token("other " + i)).statusCode()).isNotEqualTo(200);
      }

      // Then
      assertThat(asked.get()).isBetween(1, 20);
      assertThat(get(tracker, token("1")).statusCode()).isEqualTo(200);
    }
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    asked.incrementAndGet();
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(away ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /**
   * @param keys where they are; empty to find them by the metadata
   */
  private RunningTracker tracker(String keys) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("aidis.access.require-token", true);
    settings.put("aidis.oauth.issuer", url);
    settings.put("aidis.oauth.resource", RESOURCE);
    settings.put("aidis.oauth.jwk-set-uri", keys.isEmpty() ? "" : url + keys);
    return RunningTracker.start(settings);
  }

  private static HttpResponse<String> get(RunningTracker tracker, String token) throws Exception {
    return tracker.get("/api/v1/sessions", "Authorization", "Bearer " + token);
  }

  private String token(String keyId) throws JOSEException {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(url)
            .audience(RESOURCE)
            .subject("carol")
            .expirationTime(Date.from(InstantSource.system().instant().plusSeconds(600)))
            .build();
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
