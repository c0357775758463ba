package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A client that keeps its connection may call as often as it likes. */
class KeptConnectionTest {
  private static final int MORE_CALLS_THAN_TOMCAT_ALLOWS_BY_DEFAULT = 250;
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

  @Test
  void theServerNeverClosesAConnectionBetweenTwoCalls() throws IOException {
    try (RunningTracker tracker = RunningTracker.start()) {
      URI endpoint = tracker.uri("/mcp");
      try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String session = headers(socket, in, INITIALIZE, "").get("mcp-session-id");
        for (int call = 1; call <= MORE_CALLS_THAN_TOMCAT_ALLOWS_BY_DEFAULT; call++) {
          String ping = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"ping\"}".formatted(call);
          assertThat(headers(socket, in, ping, "Mcp-Session-Id: " + session + "\r\n"))
              .as("call %d", call)
              .containsEntry("status", "HTTP/1.1 200");
        }
      }
    }
  }

  /** Sends one message and reads its answer to the end; names in lower case. */
  private static Map<String, String> headers(
      Socket socket, InputStream in, String message, String more) throws IOException {
    String request =
        """
        POST /mcp HTTP/1.1
        Host: 127.0.0.1:%d
        Content-Type: application/json
        Accept: application/json, text/event-stream
        Content-Length: %d
        """
            .formatted(socket.getPort(), message.length())
            .replace("\n", "\r\n");
    socket
        .getOutputStream()
        .write((request + more + "\r\n" + message).getBytes(StandardCharsets.US_ASCII));
    Map<String, String> headers = new TreeMap<>();
    headers.put("status", line(in).strip());
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    skipBody(in, headers);
    return headers;
  }

  private static void skipBody(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
        in.readNBytes(size + 2);
      }
      line(in);
    } else {
      in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  /** Without its end; empty also when the server has closed the connection. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
