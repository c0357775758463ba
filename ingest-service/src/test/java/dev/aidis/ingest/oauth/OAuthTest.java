package dev.aidis.ingest.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.aidis.ingest.RunningTracker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OAuthTest {
  private static final String ISSUER = "https://issuer.example";
  private static final String RESOURCE = "https://tracker.example";

  private static Instant now;
  private static RSAKey key;
  private static HttpServer issuer;
  private static RunningTracker tracker;

  @BeforeAll
  static void start() throws Exception {
    now = InstantSource.system().instant();
    key = new RSAKeyGenerator(2048).keyID("1").generate();
    issuer = keysAt(new JWKSet(key.toPublicJWK()).toString());
    tracker =
        RunningTracker.start(
            Map.of(
                "aidis.access.require-token",
                true,
                "aidis.oauth.issuer",
                ISSUER,
                "aidis.oauth.resource",
                RESOURCE,
                "aidis.oauth.jwk-set-uri",
                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys"));
  }

  private static HttpServer keysAt(String keys) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          byte[] body = keys.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  @AfterAll
  static void stop() {
    tracker.close();
    issuer.stop(0);
  }

  @Test
  void aTokenOfTheIssuerOpensItsSubjectsSessions() throws Exception {
    assertThat(status(token(claims -> claims))).isEqualTo(200);
    assertThat(listed()).isEqualTo("carol");
  }

  @Test
  void whateverIsWrongWithATokenItOpensNothing() throws Exception {
    assertThat(status(token(claims -> claims.issuer("https://evil.example")))).isEqualTo(401);
    assertThat(status(token(claims -> claims.audience("https://another.example")))).isEqualTo(401);
    assertThat(status(token(claims -> claims.audience((String) null)))).isEqualTo(401);
    assertThat(status(token(claims -> claims.expirationTime(Date.from(now.minusSeconds(120))))))
        .isEqualTo(401);
    assertThat(status(token(claims -> claims.expirationTime(null)))).isEqualTo(401);
    assertThat(status(token(claims -> claims.subject("a/b")))).isEqualTo(401);
    assertThat(status(signed(new RSAKeyGenerator(2048).keyID("1").generate(), claims -> claims)))
        .isEqualTo(401);
    assertThat(status("a.b.c")).isEqualTo(401);
  }

  @Test
  void onlyTheScopeMakesAnAdministrator() throws Exception {
    String administrators = token(claims -> claims.claim("scope", "openid aidis:admin"));

    assertThat(dead(token(claims -> claims))).isEqualTo(403);
    assertThat(dead(administrators)).isEqualTo(200);
  }

  @Test
  void whoHasNoTokenIsToldWhereToGetOne() throws Exception {
    // When
    HttpResponse<String> answer = tracker.get("/mcp");

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains(
            "Bearer realm=\"aidis\", resource_metadata=\"https://tracker.example/.well-known/oauth-protected-resource\"");
    HttpResponse<String> metadata = tracker.get("/.well-known/oauth-protected-resource");
    assertThat(metadata.statusCode()).isEqualTo(200);
    assertThat(metadata.body())
        .contains("\"resource\":\"https://tracker.example\"")
        .contains("\"authorization_servers\":[\"https://issuer.example\"]");
  }

  @Test
  void unlessItIsSetNothingOfItIsThere() throws Exception {
    try (RunningTracker other = RunningTracker.start(Map.of("aidis.access.require-token", true))) {
      assertThat(other.get("/.well-known/oauth-protected-resource").statusCode()).isEqualTo(404);
      assertThat(
              other
                  .get("/api/v1/sessions", "Authorization", "Bearer " + token(claims -> claims))
                  .statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void anIssuerNeedsAResource() {
    assertThatThrownBy(() -> new OAuthSettings(ISSUER, null, null, "sub", "x"))
        .hasMessageContaining("AIDIS_OAUTH_RESOURCE");
    assertThatThrownBy(() -> new OAuthSettings(ISSUER, null, "tracker", "sub", "x"))
        .hasMessageContaining("'tracker' must be a URL");
  }

  private static int status(String token) throws Exception {
    return tracker.get("/api/v1/sessions", "Authorization", "Bearer " + token).statusCode();
  }

  private static int dead(String token) throws Exception {
    return tracker.get("/api/v1/dead-letters", "Authorization", "Bearer " + token).statusCode();
  }

  private static @Nullable String listed() {
    return Optional.ofNullable(tracker.sessions().lastFilter())
        .map(filter -> filter.owner())
        .orElse(null);
  }

  private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return signed(key, change);
  }

  private static String signed(RSAKey by, UnaryOperator<JWTClaimsSet.Builder> change)
      throws JOSEException {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(RESOURCE)
            .subject("carol")
            .expirationTime(Date.from(now.plusSeconds(600)));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
            change.apply(claims).build());
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }
}
