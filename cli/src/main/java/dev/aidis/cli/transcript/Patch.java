package dev.aidis.cli.transcript;

import dev.aidis.cli.http.Json;
import java.util.List;
import java.util.Optional;

/** How many lines a tool's change of a file added and removed, as hooks count them. */
record Patch(long added, long removed) {

  /** Empty if the result tells neither a patch nor a new file. */
  static Optional<Patch> of(Json result) {
    if (!tells(result) || (hunks(result).isEmpty() && isNewFile(result))) {
      String content = result.text("content");
      return isNewFile(result) && content != null
          ? Optional.of(new Patch(linesOf(content), 0))
          : Optional.empty();
    }
    return Optional.of(new Patch(beginningWith("+", result), beginningWith("-", result)));
  }

  static boolean tells(Json result) {
    return result.names().contains("structuredPatch");
  }

  private static boolean isNewFile(Json result) {
    return result.text("type", "").equals("create");
  }

  private static List<Json> hunks(Json result) {
    return result.objects("structuredPatch");
  }

  private static long beginningWith(String sign, Json result) {
    return hunks(result).stream()
        .flatMap(hunk -> hunk.texts("lines").stream())
        .filter(line -> line.startsWith(sign))
        .count();
  }

  private static long linesOf(String content) {
    long ends = content.chars().filter(c -> c == '\n').count();
    return content.isEmpty() || content.endsWith("\n") ? ends : ends + 1;
  }
}
