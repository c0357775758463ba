package dev.aidis.ingest.hooks;

import dev.aidis.schemas.ActivityLimits;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How many lines a tool's change of a file added and removed. */
record Patch(int added, int removed) {

  /**
   * As the tool's own patch says: {@code structuredPatch}, a list of hunks whose lines begin with
   * {@code +}, {@code -} or a space. A file that is new has no patch, its content counts as git
   * counts it. Empty if the tool tells neither.
   */
  static Optional<Patch> of(JsonNode response) {
    JsonNode hunks = response.path("structuredPatch");
    JsonNode content = response.path("content");
    if (hunks.isEmpty() && response.path("type").asString("").equals("create")) {
      return content.isString()
          ? Optional.of(new Patch(bounded(linesOf(content.stringValue())), 0))
          : Optional.empty();
    }
    return hunks.isArray()
        ? Optional.of(new Patch(beginningWith('+', hunks), beginningWith('-', hunks)))
        : Optional.empty();
  }

  private static int beginningWith(char sign, JsonNode hunks) {
    return bounded(
        hunks
            .valueStream()
            .flatMap(hunk -> hunk.path("lines").valueStream())
            .filter(line -> line.isString() && line.stringValue().indexOf(sign) == 0)
            .count());
  }

  private static long linesOf(String content) {
    long ends = content.chars().filter(c -> c == '\n').count();
    return content.isEmpty() || content.endsWith("\n") ? ends : ends + 1;
  }

  private static int bounded(long lines) {
    return (int) Math.min(lines, ActivityLimits.LINES);
  }
}
