package dev.aidis.ingest.answers;

import dev.aidis.queries.Scope;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.StatisticsReport;
import java.time.Instant;
import java.time.ZoneId;

/** Makes statistics of a period. */
@FunctionalInterface
public interface PeriodStatistics {

  /**
   * The statistics, with those of the period before beside them. Days are those of the zone.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  StatisticsReport of(Scope scope, Period period, ZoneId zone, Instant now);
}
