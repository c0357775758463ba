package dev.aidis.queries.report;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures text in the columns of a terminal: East Asian wide characters and emoji take two,
 * combining characters none. What a reader sees as one character is never taken apart.
 */
final class Cells {
  private static final String ELLIPSIS = "…";
  private static final int VARIATION_AS_EMOJI = 0xFE0F;
  private static final int LAST_FULLWIDTH_LETTER = 0xFF60;
  private static final int FIRST_FULLWIDTH_SIGN = 0xFFE0;
  private static final int LAST_FULLWIDTH_SIGN = 0xFFE6;

  private static final Set<UnicodeScript> WIDE_SCRIPTS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private static final Set<UnicodeBlock> WIDE_BLOCKS =
      Set.of(
          UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
          UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
          UnicodeBlock.CJK_COMPATIBILITY,
          UnicodeBlock.CJK_COMPATIBILITY_FORMS,
          UnicodeBlock.SMALL_FORM_VARIANTS);

  private Cells() {}

  static int width(String text) {
    return clusters(text).stream().mapToInt(Cells::clusterWidth).sum();
  }

  /** The text, or its beginning and an ellipsis where it takes more columns. */
  static String cut(String text, int columns) {
    return width(text) <= columns
        ? text
        : columns < 1 ? "" : beginning(text, columns - 1).stripTrailing() + ELLIPSIS;
  }

  /** Cut, and filled with spaces on the right. */
  static String left(String text, int columns) {
    String fitting = cut(text, columns);
    return fitting + " ".repeat(columns - width(fitting));
  }

  /** Cut, and filled with spaces on the left. */
  static String right(String text, int columns) {
    String fitting = cut(text, columns);
    return " ".repeat(columns - width(fitting)) + fitting;
  }

  /** Broken at spaces; a word that is too wide alone is broken within. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (width(rest) > columns) {
      String fitting = beginning(rest, columns);
      int space =
          rest.startsWith(" ", fitting.length()) ? fitting.length() : fitting.lastIndexOf(' ');
      int end = space > 0 ? space : Math.max(fitting.length(), clusters(rest).getFirst().length());
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (lines.isEmpty() || !rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }

  private static String beginning(String text, int columns) {
    StringBuilder beginning = new StringBuilder();
    int taken = 0;
    for (String cluster : clusters(text)) {
      taken += clusterWidth(cluster);
      if (taken > columns) {
        break;
      }
      beginning.append(cluster);
    }
    return beginning.toString();
  }

  private static List<String> clusters(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    List<String> clusters = new ArrayList<>();
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      clusters.add(text.substring(start, end));
      start = end;
    }
    return clusters;
  }

  private static int clusterWidth(String cluster) {
    if (cluster.indexOf(VARIATION_AS_EMOJI) >= 0) {
      return 2;
    }
    return cluster.codePoints().map(Cells::width).max().orElse(0);
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    UnicodeBlock block = UnicodeBlock.of(codePoint);
    if (UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)) {
      return codePoint <= LAST_FULLWIDTH_LETTER
          || (codePoint >= FIRST_FULLWIDTH_SIGN && codePoint <= LAST_FULLWIDTH_SIGN);
    }
    return Character.isEmojiPresentation(codePoint)
        || WIDE_SCRIPTS.contains(UnicodeScript.of(codePoint))
        || (block != null && WIDE_BLOCKS.contains(block));
  }
}
