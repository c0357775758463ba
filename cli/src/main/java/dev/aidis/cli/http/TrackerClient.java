package dev.aidis.cli.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Sends requests to a tracker, over connections that are kept. Thread-safe.
 *
 * <p>Not by {@link java.net.http.HttpClient}: that takes a quarter of a second of computing to
 * start, five times what the rest of a command takes.
 */
public final class TrackerClient {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(60);

  private final URI address;

  public TrackerClient(URI address) {
    this.address = address;
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
    HttpURLConnection request = request(path);
    request.setRequestProperty("Accept", accept);
    return reply(request);
  }

  /**
   * Posts a JSON document.
   *
   * @throws IOException if no tracker answers; it may have got the document all the same
   */
  public Reply post(String path, byte[] json) throws IOException {
    return post(path, json, Map.of());
  }

  /**
   * Posts a JSON document with headers of its own.
   *
   * @throws IOException if no tracker answers; it may have got the document all the same
   */
  public Reply post(String path, byte[] json, Map<String, String> headers) throws IOException {
    HttpURLConnection request = request(path);
    headers.forEach(request::setRequestProperty);
    request.setRequestMethod("POST");
    request.setRequestProperty("Content-Type", "application/json");
    request.setDoOutput(true);
    request.setFixedLengthStreamingMode(json.length);
    request.getOutputStream().write(json);
    return reply(request);
  }

  private HttpURLConnection request(String path) throws IOException {
    String base = address.toString().replaceFirst("/+$", "");
    HttpURLConnection request =
        (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    request.setConnectTimeout(Math.toIntExact(CONNECTING.toMillis()));
    request.setReadTimeout(Math.toIntExact(ANSWERING.toMillis()));
    return request;
  }

  /** Reads the body to its end, so that the connection can be used again. */
  private static Reply reply(HttpURLConnection request) throws IOException {
    int status = request.getResponseCode();
    try (InputStream body =
        status >= HttpURLConnection.HTTP_BAD_REQUEST
            ? request.getErrorStream()
            : request.getInputStream()) {
      String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Reply(status, text);
    }
  }
}
