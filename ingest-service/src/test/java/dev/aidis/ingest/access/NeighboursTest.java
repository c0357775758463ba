package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RawHttp;
import dev.aidis.ingest.RunningTracker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {
  private static RunningTracker tracker;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost:7717", "LOCALHOST", "[::1]:7717", "[::1]"})
  void thisMachineIsLetIn(String host) throws Exception {
    assertThat(get("Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:7717",
        "evil.example:127.0.0.1",
        "10.0.0.7",
        "localhost@evil.example",
        "[::2]"
      })
  void aForeignHostStaysOut(String host) throws Exception {
    assertThat(get("Host: " + host)).matches("(?s)HTTP/1.1 40[03].*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000", "https://127.0.0.1", "http://[::1]:8080"})
  void aPageOfThisMachineIsLetIn(String origin) throws Exception {
    assertThat(get("Host: localhost", "Origin: " + origin)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "http://localhost.evil.example",
        "http://evil.example/localhost",
        "http://localhost@evil.example",
        "null",
        "file://",
        "not an origin"
      })
  void aForeignPageStaysOut(String origin) throws Exception {
    assertThat(get("Host: localhost", "Origin: " + origin))
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.0.0.7", "::", "no such host"})
  void anAddressThatOtherMachinesReachIsOpen(String address) {
    assertThat(new Bind(address).isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.8.8.8"})
  void aLoopbackAddressIsNot(String address) {
    assertThat(new Bind(address).isOpen()).isFalse();
  }

  private static String get(String... headers) throws Exception {
    String[] lines = new String[headers.length + 1];
    lines[0] = "GET /api/v1/pipeline HTTP/1.1";
    System.arraycopy(headers, 0, lines, 1, headers.length);
    return RawHttp.send(tracker.uri("/"), lines);
  }
}
