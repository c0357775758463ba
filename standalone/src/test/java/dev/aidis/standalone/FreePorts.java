package dev.aidis.standalone;

import dev.aidis.standalone.home.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for trackers under test. */
public final class FreePorts {
  /**
   * Below the ports that systems hand out to outgoing connections, so that none takes one of ours.
   */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private FreePorts() {}

  /** Settings of a tracker in that home, on ports that were free a moment ago. */
  static Settings settings(Path home) {
    int port = next();
    int postgresPort = nextBut(port, port);
    return new Settings(home, port, postgresPort, nextBut(port, postgresPort), "ada", 3);
  }

  private static int nextBut(int taken, int alsoTaken) {
    int port = next();
    return port == taken || port == alsoTaken ? nextBut(taken, alsoTaken) : port;
  }

  /** A port that was free a moment ago. */
  public static int next() {
    int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      return next();
    }
  }
}
