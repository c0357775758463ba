package dev.aidis.cli.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests to a tracker. Thread-safe. */
public final class TrackerClient implements AutoCloseable {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(60);

  private final URI address;
  private final HttpClient http;

  public TrackerClient(URI address) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();
  }

  public URI address() {
    return address;
  }

  /**
   * Asks for a path and query.
   *
   * @param accept the wanted media type
   * @throws IOException if no tracker answers
   */
  public Reply get(String path, String accept) throws IOException {
    return send(request(path).header("Accept", accept).GET());
  }

  /**
   * Posts a JSON document.
   *
   * @throws IOException if no tracker answers; it may have got the document all the same
   */
  public Reply post(String path, byte[] json) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
  }

  private HttpRequest.Builder request(String path) {
    String base = address.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWERING);
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the tracker", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
