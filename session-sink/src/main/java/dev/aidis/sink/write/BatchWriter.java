package dev.aidis.sink.write;

import dev.aidis.schemas.SessionUpdate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Writes batches of session updates. Thread-safe.
 *
 * <p>The updates of a tracker key must come in the order of the topic, but any batch may come
 * again, from the start or from the middle, also by another writer at the same time: then what is
 * already there stays as it is.
 */
public final class BatchWriter implements UpdatesWriter {
  private final DataSource dataSource;
  private final MonthPartitions months;

  private final boolean alone;

  public BatchWriter(DataSource dataSource) {
    this(dataSource, false);
  }

  private BatchWriter(DataSource dataSource, boolean alone) {
    this.dataSource = dataSource;
    this.months = new MonthPartitions(dataSource);
    this.alone = alone;
  }

  /** For tables that nobody else writes to or reads yet: takes no locks and announces nothing. */
  public static BatchWriter alone(DataSource dataSource) {
    return new BatchWriter(dataSource, true);
  }

  /**
   * Makes room for the activities of this month and the next two, so that the first of a month does
   * not wait for it.
   */
  public void prepare(Instant now) throws SQLException {
    months.ensure(List.of(now, now.plus(Duration.ofDays(31)), now.plus(Duration.ofDays(62))));
  }

  /** Makes room for activities of these times. */
  public void makeRoom(Collection<Instant> times) throws SQLException {
    months.ensure(times);
  }

  @Override
  public void write(Set<Integer> partitions, List<SessionUpdate> updates) throws SQLException {
    months.ensure(timesOf(updates));
    try {
      run(partitions, updates);
    } catch (SQLException e) {
      if (!MonthPartitions.isMissing(e)) {
        throw e;
      }
      // A month that was there has been archived since.
      months.forget();
      months.ensure(timesOf(updates));
      run(partitions, updates);
    }
  }

  private void run(Set<Integer> partitions, List<SessionUpdate> updates) throws SQLException {
    Transactions.run(dataSource, connection -> write(connection, partitions, updates));
  }

  private void write(Connection connection, Set<Integer> partitions, List<SessionUpdate> updates)
      throws SQLException {
    if (!alone) {
      PartitionLocks.take(connection, partitions);
    }
    BatchPlan plan =
        BatchPlan.of(
            updates, AbsorbedSessions.among(connection, BatchPlan.sessionsNamedBy(updates)));
    ProjectRows.write(connection, plan);
    NumberingOrder.keep(
        connection,
        () -> {
          SessionRows.write(connection, plan);
          TaskRows.write(connection, plan);
          KnowledgeRows.write(connection, plan);
        });
    ActivityRows.Fresh fresh = ActivityRows.write(connection, plan);
    RecutSessions.write(connection, plan);
    SessionTexts.write(connection, fresh, plan.recut());
    AbsorbedSessions.remove(connection, plan.absorbed());
    if (!alone) {
      Announcement.make(connection, plan.trackerKeys());
    }
  }

  private static List<Instant> timesOf(List<SessionUpdate> updates) {
    return updates.stream()
        .map(SessionUpdate::activity)
        .filter(Objects::nonNull)
        .map(activity -> activity.occurredAt())
        .toList();
  }
}
