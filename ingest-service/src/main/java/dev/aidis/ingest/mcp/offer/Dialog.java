package dev.aidis.ingest.mcp.offer;

import dev.aidis.ingest.caller.Caller;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import java.util.Optional;

/** A request of a client, and what can be said to the client while it is being answered. */
public interface Dialog extends Asking {

  Caller caller();

  /** Name and version. */
  String client();

  /** Names the client's connection among all. */
  String connection();

  /** The protocol's session, where its revision has one. */
  Optional<String> session();

  ClientCapabilities capabilities();

  /** Tells the client, if it wants to hear that much. */
  void log(LoggingLevel level, String message);

  /** Tells the client how far the request is, if it wants to know. */
  void progress(double done, double ofAll);
}
