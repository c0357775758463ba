package dev.aidis.ingest.answers;

import dev.aidis.queries.Scope;
import dev.aidis.queries.patterns.Patterns;
import dev.aidis.queries.stats.Period;
import java.time.Instant;
import java.time.ZoneId;

/** Finds when and at what somebody is most productive. */
@FunctionalInterface
public interface PeriodPatterns {

  /**
   * The patterns of the sessions that began in the period. Days and hours are those of the zone.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Patterns of(Scope scope, Period period, ZoneId zone, Instant now);
}
