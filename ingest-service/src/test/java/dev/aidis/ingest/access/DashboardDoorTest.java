package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard's files are everybody's, what they show is not. */
class DashboardDoorTest {
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[0-9a-f]+/js/main\\.js)\"");

  private static RunningTracker guarded;

  @BeforeAll
  static void start() {
    guarded = RunningTracker.start(Map.of("aidis.access.require-token", true));
  }

  @AfterAll
  static void stop() {
    guarded.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sessions",
        "/sessions/48",
        "/sessions?tag=a",
        "/trends",
        "/compare?a=1&b=2"
      })
  void everyPageIsTheSameShell(String path) throws Exception {
    // When
    HttpResponse<String> answer = guarded.get(path);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(guarded.get("/").body());
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
        .contains("require-trusted-types-for 'script'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void whatTheShellLoadsIsKeptForEver() throws Exception {
    // When
    HttpResponse<String> script = guarded.get(script());

    // Then
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Content-Type"))
        .contains("text/javascript;charset=utf-8");
    assertThat(script.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(script.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void whoHasTheShellAlreadyIsToldSo() throws Exception {
    String tag = guarded.get("/").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = guarded.get("/trends", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void whoTakesCompressedFilesGetsThem() throws Exception {
    HttpResponse<String> compressed = guarded.get(script(), "Accept-Encoding", "br, gzip");

    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(guarded.get(script()).headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/", "/assets/0/js/main.js", "/assets/index.html"})
  void whatIsNoFileOfThisVersionIsNotThere(String path) throws Exception {
    assertThat(guarded.get(path).statusCode()).isEqualTo(404);
  }

  private static String script() throws Exception {
    Matcher script = SCRIPT.matcher(guarded.get("/").body());
    assertThat(script.find()).isTrue();
    return script.group(1);
  }
}
