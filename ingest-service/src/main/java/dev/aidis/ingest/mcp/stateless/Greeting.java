package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.caller.Caller;

/** Takes notice of a client, which does not introduce itself but with each request. */
@FunctionalInterface
public interface Greeting {

  /**
   * The client sent a request.
   *
   * @param client name and version
   * @return what names its connection from now on
   */
  String met(Caller caller, String client);
}
