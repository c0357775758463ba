package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.caller.StreamLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that leave without a word. */
class GoneClientTest {
  private static final int PATIENCE_MS = 20_000;
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

  @Test
  void theConnectionOfAClientThatHasGoneIsFreeForTheNext() throws IOException {
    try (RunningTracker tracker =
        RunningTracker.start(
            Map.of(
                "aidis.access.stream-keep-alive", "50ms", "server.tomcat.max-connections", "1"))) {
      // Given
      int port = tracker.uri("/").getPort();
      String session = initialized(port);

      // When
      try (Socket gone = listening(port, session)) {
        BufferedReader stream = reader(gone);
        for (int sign = 0; sign < 3; sign++) {
          awaitSignOfLife(stream);
        }
      }

      // Then
      assertThat(answer(port, "GET /actuator/health/liveness HTTP/1.1", ""))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aTokenHoldsOnlySoManyStreams() throws IOException {
    try (RunningTracker tracker =
        RunningTracker.start(Map.of("aidis.access.stream-keep-alive", "50ms"))) {
      // Given
      int port = tracker.uri("/").getPort();
      List<Socket> streams = new ArrayList<>();
      for (int i = 0; i < StreamLimit.MOST; i++) {
        Socket stream = listening(port, initialized(port));
        awaitSignOfLife(reader(stream));
        streams.add(stream);
      }

      // When
      String refused = answer(port, listen(initialized(port)), "");

      // Then
      assertThat(refused).startsWith("HTTP/1.1 429").contains("There are 100 streams");
      for (Socket stream : streams) {
        stream.close();
      }
    }
  }

  private static String initialized(int port) throws IOException {
    String answer =
        answer(
            port,
            "POST /mcp HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nContent-Length: "
                + INITIALIZE.length(),
            INITIALIZE);
    return answer
        .lines()
        .filter(line -> line.startsWith("Mcp-Session-Id: "))
        .map(line -> line.substring("Mcp-Session-Id: ".length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(answer));
  }

  private static Socket listening(int port, String session) throws IOException {
    Socket socket = connected(port);
    send(socket, listen(session), "");
    return socket;
  }

  private static String listen(String session) {
    return "GET /mcp HTTP/1.1\r\nAccept: text/event-stream\r\nMcp-Session-Id: " + session;
  }

  /** A comment, as clients skip it. */
  private static void awaitSignOfLife(BufferedReader stream) throws IOException {
    String line = stream.readLine();
    while (line != null && !line.equals(":")) {
      line = stream.readLine();
    }
    assertThat(line).isEqualTo(":");
  }

  /** On a connection of its own, which ends with the answer. */
  private static String answer(int port, String head, String body) throws IOException {
    try (Socket socket = connected(port)) {
      send(socket, head + "\r\nConnection: close", body);
      return reader(socket).readAllAsString();
    }
  }

  private static Socket connected(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  private static void send(Socket socket, String head, String body) throws IOException {
    String request = head + "\r\nHost: 127.0.0.1:" + socket.getPort() + "\r\n\r\n" + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }
}
