package dev.aidis.queries.page;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes text apart into what a reader sees as one character, and measures it in the columns of a
 * terminal: East Asian wide characters and emoji take two, combining characters none.
 */
final class Glyphs {
  /** What a reader sees as one character. */
  record Glyph(String text, int width) {}

  private static final int VARIATION_AS_EMOJI = 0xFE0F;
  private static final int FIRST_PICTOGRAPH = 0x1F000;
  private static final int LAST_PICTOGRAPH = 0x1FAFF;
  private static final int WIDE = 2;

  /** Enough for a family of emoji with skins; more marks on a letter than these are noise. */
  private static final int MOST_CODE_POINTS = 16;

  private static final Set<UnicodeScript> WIDE_SCRIPTS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI,
          UnicodeScript.TANGUT,
          UnicodeScript.NUSHU,
          UnicodeScript.KHITAN_SMALL_SCRIPT);

  private static final Set<UnicodeBlock> WIDE_BLOCKS =
      Set.of(
          UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
          UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
          UnicodeBlock.CJK_COMPATIBILITY,
          UnicodeBlock.CJK_COMPATIBILITY_FORMS,
          UnicodeBlock.SMALL_FORM_VARIANTS,
          UnicodeBlock.VERTICAL_FORMS,
          UnicodeBlock.YIJING_HEXAGRAM_SYMBOLS,
          UnicodeBlock.KANBUN);

  /** Most text is nothing but these, and need not be asked for where its characters end. */
  private static final List<Glyph> ASCII =
      IntStream.rangeClosed(' ', '~').mapToObj(c -> new Glyph(Character.toString(c), 1)).toList();

  private Glyphs() {}

  static int width(String text) {
    return of(text).stream().mapToInt(Glyph::width).sum();
  }

  static List<Glyph> of(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? text.chars().mapToObj(c -> ASCII.get(c - ' ')).toList()
        : taken(text);
  }

  private static List<Glyph> taken(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    List<Glyph> glyphs = new ArrayList<>();
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      add(glyphs, bounded(text.substring(start, end)));
      start = end;
    }
    return glyphs;
  }

  /** Letters that a reader joins but a terminal draws one beside the other are taken apart. */
  private static void add(List<Glyph> glyphs, String cluster) {
    if (isEmoji(cluster)) {
      glyphs.add(new Glyph(cluster, WIDE));
      return;
    }
    int start = 0;
    for (int i = 0; i < cluster.length(); ) {
      int next = i + Character.charCount(cluster.codePointAt(i));
      if (next == cluster.length() || width(cluster.codePointAt(next)) > 0) {
        String part = cluster.substring(start, next);
        glyphs.add(new Glyph(part, part.codePoints().map(Glyphs::width).sum()));
        start = next;
      }
      i = next;
    }
  }

  private static String bounded(String cluster) {
    return cluster.codePointCount(0, cluster.length()) <= MOST_CODE_POINTS
        ? cluster
        : cluster.substring(0, cluster.offsetByCodePoints(0, MOST_CODE_POINTS));
  }

  private static boolean isEmoji(String cluster) {
    return cluster.indexOf(VARIATION_AS_EMOJI) >= 0
        ? cluster.codePoints().anyMatch(Character::isEmoji)
        : Character.isEmojiPresentation(cluster.codePointAt(0));
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isJoinedJamo(codePoint) ? 0 : isWide(codePoint) ? WIDE : 1;
    };
  }

  /** Vowels and last consonants of Hangul, drawn into the first consonant. */
  private static boolean isJoinedJamo(int codePoint) {
    return (codePoint >= 0x1160 && codePoint <= 0x11FF)
        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF);
  }

  private static boolean isWide(int codePoint) {
    UnicodeBlock block = UnicodeBlock.of(codePoint);
    if (UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)) {
      return codePoint <= 0xFF60 || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6);
    }
    return Character.isEmojiPresentation(codePoint)
        || WIDE_SCRIPTS.contains(UnicodeScript.of(codePoint))
        || isPictographToCome(codePoint)
        || (block != null && WIDE_BLOCKS.contains(block));
  }

  /** Where later versions of Unicode put emoji, a terminal may know them already. */
  private static boolean isPictographToCome(int codePoint) {
    return codePoint >= FIRST_PICTOGRAPH
        && codePoint <= LAST_PICTOGRAPH
        && !Character.isDefined(codePoint);
  }
}
