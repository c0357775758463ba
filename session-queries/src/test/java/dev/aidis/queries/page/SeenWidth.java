package dev.aidis.queries.page;

import static java.util.Map.entry;

import java.util.Map;

/**
 * How wide lines are, by a list of all that may be seen. Shares nothing with what it checks: a
 * character that is not in the list must not be seen.
 */
public final class SeenWidth {
  private static final Map<String, Integer> WIDTHS =
      Map.ofEntries(
          entry("日", 2),
          entry("本", 2),
          entry("語", 2),
          entry("한", 2),
          entry("글", 2),
          entry("\u1112\u1161\u11ab", 2),
          entry("\u0301", 0),
          entry("\u0302", 0),
          entry("\u0323", 0),
          entry("क", 1),
          entry("\u094d", 0),
          entry("ष", 1),
          entry("\u093f", 1),
          entry("🚀", 2),
          entry("👩‍💻", 2),
          entry("👨‍👩‍👧‍👦", 2),
          entry("👍🏽", 2),
          entry("🇩🇪", 2),
          entry("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
          entry("⏱️", 2),
          entry("1️⃣", 2),
          entry("🏷️", 2),
          entry("⚖️", 2),
          entry("ש", 1),
          entry("ל", 1),
          entry("ו", 1),
          entry("ם", 1),
          entry("ע", 1),
          entry("م", 1),
          entry("ر", 1),
          entry("ح", 1),
          entry("ب", 1),
          entry("ا", 1),
          entry("ن", 1),
          entry("ی", 1),
          entry("د", 1),
          entry("\u200c", 0),
          entry("\ue000", 1),
          entry("\ufffd", 1),
          entry("\ufe0f", 0),
          entry("\u20e3", 0),
          entry("\u2068", 0),
          entry("\u2069", 0),
          entry("║", 1),
          entry("╔", 1),
          entry("╠", 1),
          entry("╚", 1),
          entry("═", 1),
          entry("─", 1),
          entry("└", 1),
          entry("•", 1),
          entry("·", 1),
          entry("░", 1),
          entry("▒", 1),
          entry("▓", 1),
          entry("█", 1),
          entry("×", 1),
          entry("…", 1),
          entry("—", 1),
          entry("📍", 2),
          entry("📊", 2),
          entry("📈", 2),
          entry("🎯", 2),
          entry("📋", 2),
          entry("✅", 2),
          entry("📝", 2),
          entry("🧠", 2),
          entry("💻", 2),
          entry("📁", 2),
          entry("💡", 2),
          entry("📅", 2),
          entry("🌟", 2),
          entry("👍", 2),
          entry("👌", 2),
          entry("📉", 2));

  private static final int LONGEST = 16;

  private SeenWidth() {}

  public static int of(String line) {
    int width = 0;
    for (int at = 0; at < line.length(); ) {
      int end = Math.min(line.length(), at + LONGEST);
      while (end > at && !WIDTHS.containsKey(line.substring(at, end))) {
        end--;
      }
      if (end == at && (line.charAt(at) < ' ' || line.charAt(at) > '~')) {
        throw new AssertionError(
            "U+%04X must not be seen in '%s'".formatted(line.codePointAt(at), line));
      }
      width += end == at ? 1 : WIDTHS.getOrDefault(line.substring(at, end), 1);
      at = end == at ? at + 1 : end;
    }
    return width;
  }
}
