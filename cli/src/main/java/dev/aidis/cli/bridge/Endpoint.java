package dev.aidis.cli.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tracker's MCP endpoint over streamable HTTP. Thread-safe.
 *
 * @param headers that each request carries
 */
record Endpoint(URI address, Map<String, String> headers) {
  static final String SESSION = "Mcp-Session-Id";
  private static final String REVISION = "MCP-Protocol-Version";
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  /** An answer, or the stream of one, may take as long as a person takes to answer a question. */
  private static final Duration ANSWERING = Duration.ofMinutes(15);

  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  /**
   * What came back; the messages in it were handed over already.
   *
   * @param session that the tracker opened
   * @param body of an answer that is no message
   */
  record Answer(int status, @Nullable String session, String body) {
    boolean isOk() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * Posts a message and hands over the messages that come back.
   *
   * @param session of the connection; absent before there is one, and where the protocol has none
   * @param revision of the protocol, as far as agreed upon
   * @throws IOException if no tracker answers
   */
  Answer post(
      Line message,
      String text,
      @Nullable String session,
      @Nullable String revision,
      Consumer<String> messages)
      throws IOException {
    HttpURLConnection request = request(session, revision);
    request.setRequestMethod("POST");
    request.setRequestProperty("Content-Type", "application/json");
    request.setRequestProperty("Accept", "application/json, text/event-stream");
    if (message.revision() != null && message.method() != null) {
      request.setRequestProperty("Mcp-Method", encoded(message.method()));
      String subject = message.subject();
      if (subject != null) {
        request.setRequestProperty("Mcp-Name", encoded(subject));
      }
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    request.setDoOutput(true);
    request.setFixedLengthStreamingMode(body.length);
    request.getOutputStream().write(body);
    return answer(request, messages);
  }

  /** Listens to what the tracker says unasked, until it ends. */
  Answer listen(String session, @Nullable String revision, Consumer<String> messages)
      throws IOException {
    HttpURLConnection request = request(session, revision);
    request.setReadTimeout(0);
    request.setRequestProperty("Accept", "text/event-stream");
    return answer(request, messages);
  }

  /** Ends a session. */
  void delete(String session, @Nullable String revision) throws IOException {
    HttpURLConnection request = request(session, revision);
    request.setReadTimeout(Math.toIntExact(CONNECTING.toMillis()));
    request.setRequestMethod("DELETE");
    request.getResponseCode();
  }

  private HttpURLConnection request(@Nullable String session, @Nullable String revision)
      throws IOException {
    HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
    request.setConnectTimeout(Math.toIntExact(CONNECTING.toMillis()));
    request.setReadTimeout(Math.toIntExact(ANSWERING.toMillis()));
    headers.forEach(request::setRequestProperty);
    if (session != null) {
      request.setRequestProperty(SESSION, session);
    }
    if (revision != null) {
      request.setRequestProperty(REVISION, revision);
    }
    return request;
  }

  private static Answer answer(HttpURLConnection request, Consumer<String> messages)
      throws IOException {
    int status = request.getResponseCode();
    if (status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT) {
      throw new IOException("HTTP status " + status);
    }
    String type = String.valueOf(request.getContentType());
    InputStream body = status < 400 ? request.getInputStream() : request.getErrorStream();
    if (body == null) {
      return new Answer(status, request.getHeaderField(SESSION), "");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String session = request.getHeaderField(SESSION);
      if (type.startsWith("text/event-stream")) {
        events(reader, messages);
        return new Answer(status, session, "");
      }
      String text = reader.readAllAsString();
      if (status < 400 && type.startsWith("application/json")) {
        messages.accept(text);
      }
      return new Answer(status, session, text);
    }
  }

  private static void events(BufferedReader reader, Consumer<String> messages) throws IOException {
    StringBuilder data = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isEmpty()) {
        messages.accept(data.toString());
        data.setLength(0);
      } else if (line.startsWith("data:")) {
        data.append(line.substring("data:".length())).append('\n');
      }
    }
    messages.accept(data.toString());
  }

  /** As revision 2026-07-28 writes what is not plain ASCII. */
  private static String encoded(String value) {
    boolean plain =
        value.chars().allMatch(c -> c >= ' ' && c <= '~')
            && value.equals(value.strip())
            && !value.startsWith("=?base64?");
    return plain
        ? value
        : "=?base64?"
            + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }
}
