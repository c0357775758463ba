package dev.aidis.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.ingest.token.Tokens;
import dev.aidis.queries.TimelineFilter.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventsEndpointTest {
  private static RunningTracker tracker;
  private static Tokens.Issued ada;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start(Map.of("aidis.access.require-token", true));
    ada = tracker.token(new Tokens.Wanted("ada", null, null, false, null));
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @Test
  void itBeginsWithTheCurrentSessionAsItIsAnsweredElsewhere() throws Exception {
    // When
    try (Listener listener = new Listener(tracker, ada, "")) {
      String head = listener.head();
      String data = listener.event("session");

      // Then
      assertThat(head)
          .contains("HTTP/1.1 200 ", "Content-Type: text/event-stream;charset=UTF-8")
          .contains("Cache-Control: no-store");
      assertThat(JsonMapper.shared().readTree(data))
          .isEqualTo(
              RunningTracker.json(
                  tracker.get(
                      "/api/v1/sessions/current",
                      "Authorization",
                      "Bearer " + ada.secret().text())));
    }
  }

  @Test
  void aClientThatSaysWhatItHeardLastGetsTheRest() throws Exception {
    // Given
    String place = new Place(Instant.EPOCH, 1, new UUID(0, 0)).toString();

    // When
    try (Listener listener = new Listener(tracker, ada, "Last-Event-ID: " + place + "\r\n")) {
      // Then
      assertThat(listener.event("activity")).contains("\"type\":\"task_created\"");
    }
  }

  @Test
  void whatNobodyHeardIsRefused() throws Exception {
    try (Listener listener = new Listener(tracker, ada, "Last-Event-ID: yesterday\r\n")) {
      assertThat(listener.head()).contains("HTTP/1.1 400", "application/problem+json");
    }
  }

  @Test
  void anotherOwnerHearsNothingOfIt() throws Exception {
    Tokens.Issued bob = tracker.token(new Tokens.Wanted("bob", null, null, false, null));
    try (Listener listener = new Listener(tracker, bob, "")) {
      assertThat(listener.event("idle")).isEqualTo("{}");
    }
    try (Listener listener = new Listener(tracker, bob, "Aidis-Owner: ada\r\n")) {
      assertThat(listener.head()).contains("HTTP/1.1 403");
    }
  }

  @Test
  void aRevokedTokenIsCutOffWithinASecond() throws Exception {
    // Given
    Tokens.Issued brief = tracker.token(new Tokens.Wanted("ada", null, null, false, null));
    try (Listener listener = new Listener(tracker, brief, "")) {
      listener.event("session");

      // When
      tracker.bean(Tokens.class).revoke(brief.token());
      long revoked = System.nanoTime();
      listener.readToEnd();

      // Then
      assertThat(System.nanoTime() - revoked).isLessThan(5_000_000_000L);
    }
  }

  @Test
  void theServiceStopsAtOnceWhoeverListens() throws Exception {
    // Given
    RunningTracker other = RunningTracker.start();
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      listeners.add(new Listener(other, ada, "Authorization: none\r\n", true));
    }
    for (Listener listener : listeners) {
      listener.event("session");
    }

    // When
    long begun = System.nanoTime();
    other.close();

    // Then
    assertThat(System.nanoTime() - begun).isLessThan(4_000_000_000L); // graceful waits for 5 s
    for (Listener listener : listeners) {
      listener.readToEnd();
      listener.close();
    }
  }

  /** Reads events from a socket, as they come. */
  private static final class Listener implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    Listener(RunningTracker server, Tokens.Issued token, String headers) throws IOException {
      this(server, token, headers, false);
    }

    Listener(RunningTracker server, Tokens.Issued token, String headers, boolean local)
        throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort());
      socket.setSoTimeout(20_000);
      String authorization = local ? "" : "Authorization: Bearer " + token.secret().text() + "\r\n";
      socket
          .getOutputStream()
          .write(
              ("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n"
                      + authorization
                      + headers
                      + "\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String head() throws IOException {
      StringBuilder head = new StringBuilder();
      socket.setSoTimeout(1_000);
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          head.append(line).append('\n');
          if (line.isEmpty()) {
            break;
          }
        }
      } catch (SocketTimeoutException e) {
        return head.toString();
      }
      return head.toString();
    }

    /** The data of the next event of that name. */
    String event(String name) throws IOException {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("event: " + name)) {
          return lines.readLine().substring("data: ".length());
        }
      }
      throw new AssertionError("no event " + name);
    }

    /** To the last chunk, or to where the connection ends. */
    void readToEnd() throws IOException {
      String line = "";
      while (line != null && !line.equals("0")) {
        line = lines.readLine();
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
