package dev.aidis.cli.gitimport;

import dev.aidis.schemas.TrackerKey;
import java.util.Locale;

/** What an author is called as an owner. */
final class AuthorAsOwner {
  private static final String NO_EMAIL = "unknown";

  private AuthorAsOwner() {}

  /**
   * The e-mail in lower case. What an owner's name must not contain ({@code /} and control
   * characters) becomes {@code _}; it is cut to the length allowed; a blank one is {@code unknown}.
   */
  static String of(String email) {
    String name = email.strip().toLowerCase(Locale.ROOT).replaceAll("[/\\p{Cntrl}]", "_");
    String bounded =
        name.length() > TrackerKey.MAX_LENGTH ? name.substring(0, TrackerKey.MAX_LENGTH) : name;
    return bounded.isBlank() ? NO_EMAIL : bounded;
  }
}
