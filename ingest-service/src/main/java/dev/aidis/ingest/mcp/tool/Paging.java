package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import org.jspecify.annotations.Nullable;

/** The arguments of lists that are answered page by page. */
final class Paging {
  /** How many an assistant can have at once; more would fill its memory with one answer. */
  private static final int MOST = 200;

  private static final int LONGEST_PLACE = 100;

  static final Parameter<String> AFTER =
      Parameter.optional(
          "after",
          ArgumentTypes.text(LONGEST_PLACE),
          "What the page before answered as next, for the page behind it.");

  private Paging() {}

  static Parameter<Integer> limit(int unless) {
    return Parameter.optional(
        "limit",
        ArgumentTypes.number(1, MOST),
        "At most so many; %d if left out.".formatted(unless));
  }

  /** The drawn text, and how to go on where there is more. */
  static String text(String drawn, String tool, @Nullable Object next) {
    return next == null
        ? drawn
        : "%s\nThere is more: call %s again with after \"%s\".\n".formatted(drawn, tool, next);
  }
}
