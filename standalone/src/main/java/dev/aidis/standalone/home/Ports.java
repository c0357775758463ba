package dev.aidis.standalone.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Finds out before anything is started whether the ports can be had. */
public final class Ports {
  private static final int CONNECT_TIMEOUT_MS = 500;

  private Ports() {}

  /**
   * @throws StartException naming the first port that cannot be had
   */
  public static void requireFree(Settings settings) {
    requireFree(Settings.PORT, settings.port());
    requireFree(Settings.POSTGRES_PORT, settings.postgresPort());
    requireFree(Settings.KAFKA_PORT, settings.kafkaPort());
  }

  private static void requireFree(String setting, int port) {
    String state = isServed(port) ? "is taken by another program" : obstacle(port);
    if (!state.isEmpty()) {
      throw new StartException("port %d %s: set %s to a free one".formatted(port, state, setting));
    }
  }

  /** On some systems a port can be bound on one address while a program serves it on all. */
  private static boolean isServed(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What stands against using the port; empty if nothing does. */
  private static String obstacle(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound() ? "" : "cannot be used";
    } catch (IOException e) {
      return "cannot be used (" + e.getMessage() + ")";
    }
  }
}
