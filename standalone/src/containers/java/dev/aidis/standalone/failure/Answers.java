package dev.aidis.standalone.failure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks all the time, the next ingest service if one does not answer, and notes how long none did. */
final class Answers implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(100);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Duration longestGap = Duration.ZERO;

  Answers(List<String> ingests, String token) {
    Thread.ofPlatform().start(() -> ask(ingests, token));
  }

  Duration longestGap() {
    return longestGap;
  }

  @Override
  public void close() {
    closing.countDown();
    http.close();
  }

  private void ask(List<String> ingests, String token) {
    int ingest = 0;
    long last = System.nanoTime();
    try {
      while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (isAnswered(ingests.get(ingest % ingests.size()), token)) {
          Duration gap = Duration.ofNanos(System.nanoTime() - last);
          longestGap = gap.compareTo(longestGap) > 0 ? gap : longestGap;
          last = System.nanoTime();
        } else {
          ingest++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAnswered(String ingest, String token) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ingest + "/api/v1/sessions?limit=1"))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
