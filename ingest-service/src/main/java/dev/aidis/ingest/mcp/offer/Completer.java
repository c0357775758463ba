package dev.aidis.ingest.mcp.offer;

import dev.aidis.ingest.caller.Caller;
import java.util.List;

/** Suggests how an argument goes on that a user has begun to type. */
@FunctionalInterface
public interface Completer {
  /** Nothing. */
  Completer NONE = (caller, argument, begun) -> List.of();

  /**
   * The suggestions, best first.
   *
   * @param argument of a prompt, or the variable of a resource template
   * @param begun may be empty
   */
  List<String> suggest(Caller caller, String argument, String begun);
}
