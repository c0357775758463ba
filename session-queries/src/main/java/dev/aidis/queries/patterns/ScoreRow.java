package dev.aidis.queries.patterns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Scores of sessions of one day that have something more in common.
 *
 * @param hour of a {@link Kind#HOUR}, 0 to 23
 * @param name of the others; absent for sessions without a model or project
 */
record ScoreRow(Kind kind, LocalDate day, int hour, @Nullable String name, Scores scores) {
  enum Kind {
    HOUR,
    PROJECT,
    TAG,
    MODEL
  }
}
