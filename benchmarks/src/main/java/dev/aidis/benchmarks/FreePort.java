package dev.aidis.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for the brokers and databases that a benchmark starts. */
public final class FreePort {
  private FreePort() {}

  /** One that was free a moment ago. */
  public static int next() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
