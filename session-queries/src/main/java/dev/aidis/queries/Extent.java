package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From when to when a session goes. Activities are kept by month: a query that is given these times
 * is planned for the months that lie between, one that joins to find them out for all.
 *
 * @param session its number
 * @param archivedMonths the months of it, in UTC, of which no activities are here
 */
record Extent(long session, Instant first, Instant last, List<YearMonth> archivedMonths) {
  private static final String OF_SESSION =
      """
      SELECT s.id, s.started_at, s.last_activity_at, ARRAY(
        SELECT to_char(m.month, 'YYYY-MM') FROM archived_months m
        WHERE m.month BETWEEN date_trunc('month', s.started_at AT TIME ZONE 'UTC')
          AND s.last_activity_at AT TIME ZONE 'UTC'
        ORDER BY m.month) AS archived_months
      FROM sessions s
      WHERE s.owner = :owner AND s.uuid = :session
      """;

  /** Of a session of the owner. */
  static Optional<Extent> of(JdbcClient database, String owner, UUID session) {
    return database
        .sql(OF_SESSION)
        .param("owner", owner)
        .param("session", session)
        .query(
            (row, index) ->
                new Extent(
                    row.getLong("id"),
                    Columns.time(row, "started_at"),
                    Columns.time(row, "last_activity_at"),
                    Columns.texts(row, "archived_months").stream().map(YearMonth::parse).toList()))
        .optional();
  }

  /** Whether the activities that are here tell less than happened. */
  boolean archived() {
    return !archivedMonths.isEmpty();
  }

  /** Sets the parameters {@code session}, {@code first} and {@code last}. */
  JdbcClient.StatementSpec within(JdbcClient.StatementSpec statement) {
    return statement
        .param("session", session)
        .param("first", Columns.parameter(first))
        .param("last", Columns.parameter(last));
  }
}
