package dev.aidis.cli;

/** Makes text of others harmless for a terminal. */
public final class Printable {
  private Printable() {}

  /** The text with everything escaped that is not seen as a character of its own. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isSeen(c)) {
                printable.appendCodePoint(c);
              } else {
                printable.append("\\u{%x}".formatted(c));
              }
            });
    return printable.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
