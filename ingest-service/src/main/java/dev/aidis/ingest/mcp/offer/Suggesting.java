package dev.aidis.ingest.mcp.offer;

import dev.aidis.ingest.caller.Caller;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import java.util.List;

/** Suggestions as the protocol answers with them. */
public final class Suggesting {
  /** So many the protocol allows in one answer. */
  private static final int MOST = 100;

  private Suggesting() {}

  /** How the argument may go on. */
  public static CompleteResult of(Offers offers, Caller caller, String argument, String begun) {
    List<String> all = offers.completer().suggest(caller, argument, begun);
    return new CompleteResult(
        new CompleteCompletion(all.stream().limit(MOST).toList(), all.size(), all.size() > MOST));
  }
}
