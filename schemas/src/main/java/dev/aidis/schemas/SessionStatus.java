package dev.aidis.schemas;

import java.util.Locale;

/** Where a session stands, as users see it. */
public enum SessionStatus {
  ACTIVE,
  PAUSED,
  ENDED,
  TIMEOUT;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in the database and in answers, such as {@code active}. */
  public String wireName() {
    return wireName;
  }
}
