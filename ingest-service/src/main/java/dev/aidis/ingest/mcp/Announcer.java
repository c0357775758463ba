package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;

/** Makes it known that a client connected. */
@FunctionalInterface
interface Announcer {

  /**
   * Chooses the client's project and publishes {@code client_connected}. Does not throw: a client
   * that could not be announced can still work.
   *
   * @param client name and version
   */
  Work announce(Caller caller, String client);
}
