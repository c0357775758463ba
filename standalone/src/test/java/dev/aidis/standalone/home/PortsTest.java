package dev.aidis.standalone.home;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsTest {
  private final List<ServerSocket> sockets = new ArrayList<>();

  @AfterEach
  void closeSockets() throws IOException {
    for (ServerSocket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void aTakenPortIsNamedWithItsSetting() throws IOException {
    // Given
    ServerSocket taken = listen();
    Settings settings = settings(free(), taken.getLocalPort(), free());

    // When / Then
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> Ports.requireFree(settings))
        .withMessage(
            "port %d is taken by another program: set AIDIS_POSTGRES_PORT to a free one",
            taken.getLocalPort());
  }

  @Test
  void freePortsAreFine() throws IOException {
    // Given
    Settings settings = settings(free(), free(), free());

    // When / Then
    assertThatCode(() -> Ports.requireFree(settings)).doesNotThrowAnyException();
  }

  private ServerSocket listen() throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    sockets.add(socket);
    return socket;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Settings settings(int port, int postgresPort, int kafkaPort) {
    return new Settings(Path.of("unused"), port, postgresPort, kafkaPort, null, null);
  }
}
