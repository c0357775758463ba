package dev.aidis.cli.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to a tracker, over connections that are kept. Thread-safe.
 *
 * <p>Not by {@link java.net.http.HttpClient}: that takes a quarter of a second of computing to
 * start, five times what the rest of a command takes.
 */
public final class TrackerClient {
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(60);

  /** The tracker may be silent for that long while it reads through its log. */
  private static final Duration WORKING = Duration.ofMinutes(10);

  private static final int CHUNK = 64 * 1024;

  private final URI address;
  private final @Nullable String token;

  /**
   * Commands get theirs of {@code TrackerAddress.client}, which knows the user's token.
   *
   * @param token sent with every request, to nobody but that address; null where there is none
   */
  public TrackerClient(URI address, @Nullable String token) {
    this.address = address;
    this.token = token;
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
    return get(path, accept, Map.of());
  }

  /** The same, with headers of its own. */
  public Reply get(String path, String accept, Map<String, String> headers) throws IOException {
    HttpURLConnection request = request(path);
    headers.forEach(request::setRequestProperty);
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

  /**
   * Asks for something that may be large, and hands it over as it comes.
   *
   * @return absent when all was read; the answer, if the tracker refused
   * @throws IOException if no tracker answers, or the answer breaks off
   */
  public Optional<Reply> download(String path, Download reader) throws IOException {
    return download(path, Map.of(), reader);
  }

  /** The same, with headers of its own. */
  public Optional<Reply> download(String path, Map<String, String> headers, Download reader)
      throws IOException {
    HttpURLConnection request = request(path);
    headers.forEach(request::setRequestProperty);
    request.setReadTimeout(Math.toIntExact(WORKING.toMillis()));
    if (request.getResponseCode() != HttpURLConnection.HTTP_OK) {
      return Optional.of(reply(request));
    }
    try (InputStream body = request.getInputStream()) {
      reader.read(body);
    }
    return Optional.empty();
  }

  /** Takes what is downloaded. */
  @FunctionalInterface
  public interface Download {
    void read(InputStream body) throws IOException;
  }

  /**
   * Posts something that may be large, as it is written.
   *
   * @throws IOException if no tracker answers, or it does not take it all
   */
  public Reply upload(String path, Upload writer) throws IOException {
    HttpURLConnection request = request(path);
    request.setReadTimeout(Math.toIntExact(WORKING.toMillis()));
    request.setRequestMethod("POST");
    request.setRequestProperty("Content-Type", "application/x-ndjson");
    request.setDoOutput(true);
    request.setChunkedStreamingMode(CHUNK);
    try (OutputStream body = request.getOutputStream()) {
      writer.write(body);
    }
    return reply(request);
  }

  /** Gives what is uploaded. */
  @FunctionalInterface
  public interface Upload {
    void write(OutputStream body) throws IOException;
  }

  private HttpURLConnection request(String path) throws IOException {
    String base = address.toString().replaceFirst("/+$", "");
    HttpURLConnection request =
        (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    request.setConnectTimeout(Math.toIntExact(CONNECTING.toMillis()));
    request.setReadTimeout(Math.toIntExact(ANSWERING.toMillis()));
    if (token != null) {
      request.setRequestProperty("Authorization", "Bearer " + token);
      request.setInstanceFollowRedirects(false); // the token would be sent along
    }
    return request;
  }

  /**
   * Deletes what is at a path.
   *
   * @throws IOException if no tracker answers
   */
  public Reply delete(String path) throws IOException {
    HttpURLConnection request = request(path);
    request.setRequestMethod("DELETE");
    return reply(request);
  }

  /** Reads the body to its end, so that the connection can be used again. */
  private static Reply reply(HttpURLConnection request) throws IOException {
    int status;
    try {
      status = request.getResponseCode();
    } catch (HttpRetryException e) {
      return new Reply(e.responseCode(), ""); // what cannot be sent again gets no answer to read
    }
    try (InputStream body =
        status >= HttpURLConnection.HTTP_BAD_REQUEST
            ? request.getErrorStream()
            : request.getInputStream()) {
      String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Reply(status, text);
    }
  }
}
