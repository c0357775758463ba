package dev.aidis.queries.page;

import java.util.Locale;

/** How text is meant: a colour where there are colours. */
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  FAIR("33"),
  POOR("31"),
  /** Signs that are drawn one below the other: of equal width everywhere. */
  EVEN("");

  private final String rendition;

  Tone(String rendition) {
    this.rendition = rendition;
  }

  /** The number of ECMA-48's SGR, empty for none. */
  String rendition() {
    return rendition;
  }

  String htmlClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
