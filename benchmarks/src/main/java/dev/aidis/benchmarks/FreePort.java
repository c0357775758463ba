package dev.aidis.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Ports for the brokers and databases that a benchmark starts. */
public final class FreePort {
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePort() {}

  /** One that was free a moment ago, and was not given before. */
  public static synchronized int next() throws IOException {
    int port;
    do {
      try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = probe.getLocalPort();
      }
    } while (!GIVEN.add(port));
    return port;
  }
}
