package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From when to when a session goes. Activities are kept by month: a query that is given these times
 * is planned for the months that lie between, one that joins to find them out for all.
 *
 * @param session its number
 */
record Extent(long session, Instant first, Instant last) {
  private static final String OF_SESSION =
      """
      SELECT id, started_at, last_activity_at FROM sessions WHERE owner = :owner AND uuid = :session
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
                    Columns.time(row, "last_activity_at")))
        .optional();
  }

  /** Sets the parameters {@code session}, {@code first} and {@code last}. */
  JdbcClient.StatementSpec within(JdbcClient.StatementSpec statement) {
    return statement
        .param("session", session)
        .param("first", Columns.parameter(first))
        .param("last", Columns.parameter(last));
  }
}
