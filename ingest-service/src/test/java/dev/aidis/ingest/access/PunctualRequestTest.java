package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.RawHttp;
import dev.aidis.ingest.RunningTracker;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class PunctualRequestTest {
  private long nanos;

  @Test
  void aBodyThatDripsIsGivenUp() throws Exception {
    // Given
    HttpServletRequest punctual =
        new PunctualRequest(requestWith(new Zeros()), Duration.ofSeconds(60), () -> nanos);

    // When
    InputStream body = punctual.getInputStream();
    for (int second = 1; second <= 60; second++) {
      nanos = Duration.ofSeconds(second).toNanos();
      assertThat(body.read()).isZero();
    }
    nanos++;

    // Then
    assertThatThrownBy(body::read)
        .isInstanceOf(ErrorResponseException.class)
        .hasMessageContaining("408")
        .hasMessageContaining("did not arrive within 60 s");
  }

  @Test
  void aBodyThatStopsIsAnsweredAndTheConnectionClosed() throws Exception {
    try (RunningTracker tracker =
        RunningTracker.start(Map.of("server.tomcat.connection-timeout", "200ms"))) {
      for (String path : List.of("/api/v1/activities", "/hooks/claude-code")) {
        // When
        String answer =
            RawHttp.send(
                tracker.uri("/"),
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Accept: application/json, text/event-stream",
                "Content-Length: 1000");

        // Then
        assertThat(answer)
            .startsWith("HTTP/1.1 408")
            .contains("application/problem+json", "Connection: close");
      }
    }
  }

  @Test
  void aHeadThatStopsIsClosed() throws Exception {
    try (RunningTracker tracker =
        RunningTracker.start(Map.of("server.tomcat.connection-timeout", "200ms"))) {
      assertThat(RawHttp.sendAsItIs(tracker.uri("/"), "GET /api/v1/sessions HTTP/1.1\r\nHost: loc"))
          .isEmpty();
    }
  }

  private static HttpServletRequest requestWith(ServletInputStream body) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            PunctualRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> body);
  }

  /** A body of zeros without an end. */
  private static final class Zeros extends ServletInputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
