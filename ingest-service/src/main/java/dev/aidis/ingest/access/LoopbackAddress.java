package dev.aidis.ingest.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address the service may listen on. */
public final class LoopbackAddress {
  private LoopbackAddress() {}

  /**
   * Refuses an address that other machines can reach.
   *
   * @param address as configured: a name or a number
   * @throws IllegalStateException with a sentence that says what to do
   */
  public static void require(String address) {
    if (!isLoopback(address)) {
      throw new IllegalStateException(
          "server.address "
              + address
              + " can be reached from other machines, and access tokens do not exist yet; "
              + "set it to 127.0.0.1");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
