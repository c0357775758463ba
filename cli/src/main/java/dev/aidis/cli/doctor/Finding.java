package dev.aidis.cli.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one part of the way.
 *
 * @param mend what to do about it; absent if there is nothing to do
 */
record Finding(String part, State state, String told, @Nullable String mend) {

  /** How bad it is. */
  enum State {
    OK,
    WARNING,
    FAILURE,
    /** It could not be looked at, or need not. */
    SKIPPED;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String part, String told) {
    return new Finding(part, State.OK, told, null);
  }

  static Finding skipped(String part, String told) {
    return new Finding(part, State.SKIPPED, told, null);
  }

  static Finding warning(String part, String told, String mend) {
    return new Finding(part, State.WARNING, told, mend);
  }

  static Finding failure(String part, String told, String mend) {
    return new Finding(part, State.FAILURE, told, mend);
  }
}
