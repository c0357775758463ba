package dev.aidis.queries.report;

import java.util.List;
import java.util.regex.Pattern;

/** Text that users wrote, made safe to show in a terminal. */
final class UserText {
  /** Control sequences (ECMA-48), commands with a text up to BEL or ST, and shorter escapes. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
              + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\\\|\u009c)?"
              + "|\u001b[ -/]*[0-~]?");

  /** What overrides the direction of text: it can make a line look like another. */
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]");

  private static final Pattern BREAKS = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\u2028\u2029]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private UserText() {}

  /** The text on one line. */
  static String line(String text) {
    return SPACES.matcher(CONTROLS.matcher(harmless(text)).replaceAll(" ")).replaceAll(" ").strip();
  }

  /** The text in the lines it was written in, empty ones at its ends left out. */
  static List<String> lines(String text) {
    return BREAKS
        .splitAsStream(harmless(text).strip())
        .map(line -> CONTROLS.matcher(line.replace("\t", "  ")).replaceAll("").stripTrailing())
        .toList();
  }

  private static String harmless(String text) {
    return DIRECTIONS.matcher(ESCAPES.matcher(text).replaceAll("")).replaceAll("");
  }
}
