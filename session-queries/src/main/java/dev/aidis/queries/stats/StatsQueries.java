package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import dev.aidis.queries.jdbc.Columns;
import dev.aidis.queries.jdbc.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes statistics of an owner's sessions. Days are those of the user's time zone. */
public final class StatsQueries {
  private static final String EVER =
      """
      SELECT min(s.started_at) AS first_at, max(s.last_activity_at) AS last_at
      FROM sessions s
      WHERE s.owner = :owner
        AND (:workspace::text IS NULL OR s.workspace = :workspace)
        AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
        AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
        AND (:model::text IS NULL OR s.ai_model = :model)
        AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      """;

  /** By runs of sessions that overlap: in none was there more active time than time. */
  private static final String ACTIVE =
      """
      WITH chosen AS (
        SELECT s.id, s.started_at, s.last_activity_at, s.active_minutes * 60 AS active,
          s.started_at > max(s.last_activity_at) OVER (
            ORDER BY s.started_at, s.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS apart
        FROM sessions s
        WHERE s.owner = :owner
          AND s.started_at >= :earliest AND s.started_at < :until AND s.last_activity_at > :from
          AND (:workspace::text IS NULL OR s.workspace = :workspace)
          AND (:project::text IS NULL OR s.project_id = (SELECT id FROM projects WHERE name = :project))
          AND (:tag::text IS NULL OR s.tags @> ARRAY[:tag::text])
          AND (:model::text IS NULL OR s.ai_model = :model)
          AND (:machine::text IS NULL OR s.machines @> ARRAY[:machine::text])
      ),
      within AS (
        SELECT extract(epoch FROM least(last_activity_at, :until) - greatest(started_at, :from))
            / nullif(extract(epoch FROM last_activity_at - started_at), 0) AS share,
          least(last_activity_at, :until) AS until, greatest(started_at, :from) AS since, active,
          count(*) FILTER (WHERE apart) OVER (ORDER BY started_at, id) AS run
        FROM chosen
      )
      SELECT coalesce(sum(seconds), 0)::bigint
      FROM (
        SELECT least(sum(active * share), extract(epoch FROM max(until) - min(since))) AS seconds
        FROM within GROUP BY run) AS runs
      """;

  private final JdbcClient database;
  private final ClockQueries clock;
  private final SumQueries sums;
  private final ActiveQueries activeDays;
  private final TokenQueries tokens;
  private final LanguageQueries languages;

  public StatsQueries(DataSource dataSource) {
    database = Database.of(dataSource);
    clock = new ClockQueries(dataSource);
    sums = new SumQueries(database);
    activeDays = new ActiveQueries(database);
    tokens = new TokenQueries(database);
    languages = new LanguageQueries(database);
  }

  /**
   * The statistics of a period and of the one before it.
   *
   * @param zone whose days count
   * @param now tells what day it is there
   */
  public StatisticsReport report(Scope scope, Period period, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    DateRange range = days(scope, period, zone, now);
    Optional<DateRange> previous = period.previous(today);
    return new StatisticsReport(
        scope,
        period,
        zone,
        range.contains(today) && !range.last().equals(today),
        of(scope, range, zone),
        previous.map(before -> of(scope, before, zone)).orElse(null));
  }

  /** The days of a period; of everything those from the first session to the last. */
  public DateRange days(Scope scope, Period period, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return period.range(today).orElseGet(() -> ever(scope, zone, today));
  }

  /** The statistics of a range of days. */
  public Statistics of(Scope scope, DateRange range, ZoneId zone) {
    Instant from = range.start(zone);
    Instant until = range.end(zone);
    ClockTime time = clock.between(scope, from, until);
    Sums sum = sums.of(scope, range, zone);
    Sums.Row all = sum.all();
    Duration total = time.total();
    Duration active = active(scope, from, until);
    return new Statistics(
        range,
        all.sessions(),
        total,
        active.compareTo(total) > 0 ? total : active,
        average(all),
        all.averageScore(),
        all.counters(),
        sum.days(time.byDay(zone), activeDays.of(scope, range, zone)),
        sum.models(),
        sums.tags(scope, from, until),
        sum.projects(),
        tokens.of(scope, from, until, all.counters().usage()),
        languages.of(scope, from, until));
  }

  private Duration active(Scope scope, Instant from, Instant until) {
    return database
        .sql(ACTIVE)
        .params(scope.parameters())
        .param("from", Columns.parameter(from))
        .param("until", Columns.parameter(until))
        .param("earliest", Columns.parameter(ClockQueries.earliest(from)))
        .query((row, index) -> Duration.ofSeconds(row.getLong(1)))
        .single();
  }

  private static @Nullable Duration average(Sums.Row all) {
    return all.sessions() == 0
        ? null
        : Duration.ofSeconds(Math.round(all.durationMinutes() * 60.0 / all.sessions()));
  }

  /** From the first session to the last; today where there is none. */
  private DateRange ever(Scope scope, ZoneId zone, LocalDate today) {
    return database
        .sql(EVER)
        .params(scope.parameters())
        .query((row, index) -> range(row, zone))
        .optional()
        .orElse(new DateRange(today, today));
  }

  private static @Nullable DateRange range(ResultSet row, ZoneId zone) throws SQLException {
    Instant first = Columns.optionalTime(row, "first_at");
    Instant last = Columns.optionalTime(row, "last_at");
    return first == null || last == null
        ? null
        : new DateRange(first.atZone(zone).toLocalDate(), last.atZone(zone).toLocalDate());
  }
}
