package dev.aidis.queries.page;

import java.util.List;
import java.util.regex.Pattern;

/** Text that users wrote, made safe to show: only what a reader sees is left of it. */
final class UserText {
  /** Control sequences (ECMA-48), commands with a text up to BEL or ST, and shorter escapes. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
              + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\\\|\u009c)?"
              + "|\u001b[ -/]*[0-~]?");

  /**
   * What has no shape of its own. It can turn the direction of a line, so that it looks like
   * another one, or hide text. Joiners are left, which make emoji and Persian words, and tags where
   * they make a flag.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "(\\x{1F3F4}[\\x{E0020}-\\x{E007E}]+\\x{E007F})"
              + "|[\\p{Cf}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{E0100}-\\x{E01EF}&&[^\u200c\u200d]]");

  private static final Pattern BREAKS = Pattern.compile("\r\n|[\n\r\u000b\f\u0085\u2028\u2029]");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\u2028\u2029]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
  private static final Pattern NO_CHARACTERS =
      Pattern.compile("[\\p{Cs}\\x{FFFE}\\x{FFFF}\\x{FDD0}-\\x{FDEF}]");

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
    String visible = INVISIBLE.matcher(ESCAPES.matcher(text).replaceAll("")).replaceAll("$1");
    return NO_CHARACTERS.matcher(visible).replaceAll("\ufffd");
  }
}
