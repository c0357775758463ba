package dev.aidis.benchmarks.rows;

import dev.aidis.benchmarks.population.Population;
import java.time.Instant;
import java.util.Locale;

/**
 * A database with about that many activities in it before the first update.
 *
 * @param rows as they were asked for
 */
record Size(long rows) {
  private static final int ACTIVITIES_EACH = 50;
  private static final int SESSIONS_OF_AN_OWNER = 2_000;
  private static final long LEAST = 1_000;
  private static final long MOST = 100_000_000;

  /**
   * The updates are of the first days of October: into a month that is as full as the others. See
   * {@link dev.aidis.benchmarks.load.AssistantLoad}.
   */
  private static final Instant UNTIL = Instant.parse("2026-11-01T00:00:00Z");

  /**
   * An activity with its indexes and its share of all else, rather too much than too little; in
   * bytes.
   */
  private static final long ROW_BYTES = 700;

  Size {
    if (rows < LEAST || rows > MOST) {
      throw new IllegalArgumentException(
          "%,d rows: choose a number from %,d to %,d".formatted(rows, LEAST, MOST));
    }
  }

  /** The work that is there before. More of it is of more people, not of longer ones. */
  Population population() {
    int sessions = (int) (rows / ACTIVITIES_EACH);
    int owners = Math.max(1, sessions / SESSIONS_OF_AN_OWNER);
    return new Population(sessions - sessions % owners, ACTIVITIES_EACH, owners, UNTIL);
  }

  /** Of the database. */
  String database() {
    return "rows_" + rows;
  }

  long bytes() {
    return rows * ROW_BYTES;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d rows", population().activities());
  }
}
