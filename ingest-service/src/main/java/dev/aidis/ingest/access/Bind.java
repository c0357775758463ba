package dev.aidis.ingest.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The address the service listens on.
 *
 * @param address as configured: a name or a number
 */
record Bind(String address) {

  /** Whether other machines can reach it; so it is taken to be if nobody knows. */
  boolean isOpen() {
    try {
      return !InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
