package dev.aidis.ingest.input;

import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;

/** Values that are none for the database. */
public final class BadValues {
  private static final char NUL = '\0';

  private BadValues() {}

  /**
   * What is said of a {@link DataIntegrityViolationException}: whoever only reads cannot violate
   * anything, so Postgres was asked with a value that its types do not have (SQLSTATE 22…), and is
   * not away.
   */
  public static final String REFUSED =
      "a value is not one that the database can look for, such as a time or a number out of all bounds";

  /** What is wrong with a text, if it holds U+0000: no text here does, Postgres cannot hold it. */
  public static Optional<String> objection(String name, String text) {
    return text.indexOf(NUL) < 0
        ? Optional.empty()
        : Optional.of(name + " must not contain the character U+0000");
  }
}
