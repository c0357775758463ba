package dev.aidis.queries;

import dev.aidis.queries.jdbc.Columns;
import dev.aidis.queries.jdbc.Database;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the timeline of a session page by page. Pages go on behind an activity, not after a number
 * of rows: what is added meanwhile moves nothing.
 */
public final class TimelineQueries {
  private static final String NEWEST_FIRST =
      """
      SELECT * FROM session_activities
      WHERE session_id = :session AND occurred_at BETWEEN :first AND :last
        AND (:at::timestamptz IS NULL OR occurred_at <= :at AND (occurred_at, tie_rank, uuid) < (:at, :rank, :activity))
      ORDER BY occurred_at DESC, tie_rank DESC, uuid DESC
      LIMIT :limit
      """;

  private static final String OLDEST_FIRST =
      """
      SELECT * FROM session_activities
      WHERE session_id = :session AND occurred_at BETWEEN :first AND :last
        AND (:at::timestamptz IS NULL OR occurred_at >= :at AND (occurred_at, tie_rank, uuid) > (:at, :rank, :activity))
      ORDER BY occurred_at, tie_rank, uuid
      LIMIT :limit
      """;

  private final JdbcClient database;

  public TimelineQueries(DataSource dataSource) {
    database = Database.of(dataSource);
  }

  /** The months, in UTC, in which a session's activities are archived; usually none. */
  public List<YearMonth> archivedMonths(String owner, UUID sessionId) {
    return Extent.of(database, owner, sessionId).map(Extent::archivedMonths).orElseGet(List::of);
  }

  /** A page of the timeline of a session of the owner; empty where it is not theirs. */
  public TimelinePage page(String owner, UUID sessionId, TimelineFilter filter) {
    return Extent.of(database, owner, sessionId)
        .map(extent -> page(extent, filter))
        .orElseGet(() -> TimelinePage.last(List.of()));
  }

  /** The latest activities, newest first. */
  public List<ActivityView> latest(String owner, UUID sessionId, int limit) {
    return page(owner, sessionId, TimelineFilter.newest(limit)).activities();
  }

  private TimelinePage page(Extent extent, TimelineFilter filter) {
    TimelineFilter.Place after = filter.after();
    List<ActivityView> rows =
        extent
            .within(
                database.sql(
                    switch (filter.order()) {
                      case NEWEST_FIRST -> NEWEST_FIRST;
                      case OLDEST_FIRST -> OLDEST_FIRST;
                    }))
            .param("at", after == null ? null : Columns.parameter(after.occurredAt()))
            .param("rank", after == null ? null : after.rank())
            .param("activity", after == null ? null : after.activity())
            .param("limit", filter.limit() + 1)
            .query(Rows::activity)
            .list();
    boolean more = rows.size() > filter.limit();
    List<ActivityView> activities = more ? rows.subList(0, filter.limit()) : rows;
    return new TimelinePage(
        activities, more ? TimelineFilter.Place.of(activities.getLast()) : null);
  }
}
