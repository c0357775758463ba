package dev.aidis.ingest.answers;

import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.comparison.Side;

/** Compares sessions. */
@FunctionalInterface
public interface Comparisons {

  /**
   * Two sessions of one owner side by side.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Comparison of(Side first, Side second);
}
