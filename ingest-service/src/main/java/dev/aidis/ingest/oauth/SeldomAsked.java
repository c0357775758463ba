package dev.aidis.ingest.oauth;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Lets the issuer be asked at most ten times in ten seconds: whoever sends tokens of keys that
 * there are not, and whoever comes while it is away, would make the tracker ask each time. To find
 * metadata and keys takes four. Thread-safe.
 */
final class SeldomAsked implements ClientHttpRequestInterceptor {
  private static final int MOST = 10;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final InstantSource clock;
  private Instant since = Instant.MIN;
  private int asked;

  SeldomAsked(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @throws IOException also if it was asked often enough
   */
  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    if (!mayAsk(clock.instant())) {
      throw new IOException("it was asked %d times in %s".formatted(MOST, WINDOW));
    }
    return execution.execute(request, body);
  }

  private synchronized boolean mayAsk(Instant now) {
    if (now.isBefore(since) || !now.isBefore(since.plus(WINDOW))) {
      since = now;
      asked = 0;
    }
    asked = Math.min(asked + 1, MOST + 1);
    return asked <= MOST;
  }
}
