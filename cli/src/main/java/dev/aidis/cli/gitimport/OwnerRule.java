package dev.aidis.cli.gitimport;

import dev.aidis.schemas.TrackerKey;
import java.util.Locale;

/** Whose activities commits become. */
enum OwnerRule {
  /** All are the tracker's own owner's: the request leaves the owner out. */
  TRACKER {
    @Override
    String ownerOf(String authorEmail) {
      return NOT_NAMED;
    }
  },

  /** Each author is an owner. */
  AUTHOR {
    @Override
    String ownerOf(String authorEmail) {
      return owner(authorEmail);
    }
  };

  /** Stands for the tracker's own owner, whom only the tracker knows by name. */
  static final String NOT_NAMED = "";

  private static final String NO_EMAIL = "unknown";

  abstract String ownerOf(String authorEmail);

  /**
   * The e-mail in lower case. What an owner's name must not contain ({@code /} and control
   * characters) becomes {@code _}; it is cut to the length allowed; a blank one is {@code unknown}.
   */
  private static String owner(String email) {
    String name = email.strip().toLowerCase(Locale.ROOT).replaceAll("[/\\p{Cntrl}]", "_");
    String bounded =
        name.length() > TrackerKey.MAX_LENGTH ? name.substring(0, TrackerKey.MAX_LENGTH) : name;
    return bounded.isBlank() ? NO_EMAIL : bounded;
  }
}
