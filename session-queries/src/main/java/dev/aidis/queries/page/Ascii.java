package dev.aidis.queries.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Says things in ASCII as well as it can. */
final class Ascii {
  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          Map.entry((int) '…', "..."),
          Map.entry((int) '×', "x"),
          Map.entry((int) '•', "*"),
          Map.entry((int) '·', "."),
          Map.entry((int) '→', "->"),
          Map.entry((int) '←', "<-"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "--"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '±', "+-"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '└', "`"),
          Map.entry((int) '─', "-"),
          Map.entry((int) '░', ":"),
          Map.entry((int) '▒', "+"),
          Map.entry((int) '▓', "%"),
          Map.entry((int) '█', "#"),
          Map.entry((int) '═', "="),
          Map.entry((int) '║', "|"),
          Map.entry((int) '╔', "+"),
          Map.entry((int) '╠', "+"),
          Map.entry((int) '╚', "+"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+|[\u200c\u200d]");
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

  private Ascii() {}

  /** Letters without their marks, emoji by their names, anything else a question mark. */
  static String of(String text) {
    if (ASCII.matcher(text).matches()) {
      return text;
    }
    StringBuilder ascii = new StringBuilder();
    MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .codePoints()
        .forEach(codePoint -> ascii.append(of(codePoint)));
    return ascii.toString();
  }

  private static String of(int codePoint) {
    if (codePoint < 0x80) {
      return Character.toString(codePoint);
    }
    String sign = SIGNS.get(codePoint);
    if (sign != null) {
      return sign;
    }
    String name = Character.isEmoji(codePoint) ? Character.getName(codePoint) : null;
    return name == null ? "?" : ":" + name.toLowerCase(Locale.ROOT).replace(' ', '_') + ":";
  }
}
