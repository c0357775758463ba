package dev.aidis.sink.write;

import dev.aidis.archive.MonthArchive;
import dev.aidis.archive.MonthLocks;
import dev.aidis.schemas.SessionUpdate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes batches of session updates. Thread-safe.
 *
 * <p>The updates of a tracker key must come in the order of the topic, but any batch may come
 * again, from the start or from the middle, also by another writer at the same time: then what is
 * already there stays as it is.
 */
public final class BatchWriter implements UpdatesWriter {
  /** So often a month may be archived while it is being written to. */
  private static final int TRIES = 3;

  private final DataSource dataSource;
  private final MonthPartitions months;
  private final MonthArchive archive;
  private final boolean alone;

  /** Without an archive directory: an update of an archived month has to wait. */
  public BatchWriter(DataSource dataSource) {
    this(dataSource, new MonthArchive(dataSource, null));
  }

  /**
   * @param archive brings a month back before something is written that belongs to it
   */
  public BatchWriter(DataSource dataSource, MonthArchive archive) {
    this(dataSource, archive, false);
  }

  private BatchWriter(DataSource dataSource, MonthArchive archive, boolean alone) {
    this.dataSource = dataSource;
    this.archive = archive;
    this.months = new MonthPartitions(dataSource);
    this.alone = alone;
  }

  /**
   * For tables that nobody else writes to or reads yet, of which nothing is archived: takes no
   * locks and announces nothing.
   */
  public static BatchWriter alone(DataSource dataSource) {
    return new BatchWriter(dataSource, new MonthArchive(dataSource, null), true);
  }

  /**
   * Makes room for the activities of this month and the next two, so that the first of a month does
   * not wait for it.
   */
  public void prepare(Instant now) throws SQLException {
    months.ensure(List.of(now, now.plus(Duration.ofDays(31)), now.plus(Duration.ofDays(62))));
  }

  /** Makes room for activities of these times, also where it was before. */
  public void makeRoom(Collection<Instant> times) throws SQLException {
    months.forget();
    months.ensure(times);
  }

  @Override
  public void write(Set<Integer> partitions, List<SessionUpdate> updates) throws SQLException {
    Set<YearMonth> touched = alone ? Set.of() : TouchedMonths.by(updates);
    for (int tries = 1; ; tries++) {
      months.ensure(timesOf(updates));
      try {
        Transactions.run(
            dataSource,
            connection -> {
              requireHere(connection, touched);
              write(connection, partitions, updates);
            });
        return;
      } catch (SQLException e) {
        if (tries == TRIES || !(e instanceof ArchivedException || MonthPartitions.isMissing(e))) {
          throw e;
        }
        archive.restoreAmong(touched);
        months.forget();
      }
    }
  }

  private static void requireHere(Connection connection, Set<YearMonth> touched)
      throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    Set<YearMonth> archived = MonthLocks.share(connection, touched);
    if (!archived.isEmpty()) {
      throw new ArchivedException(archived);
    }
  }

  /** Months that are written to are archived. */
  private static final class ArchivedException extends SQLException {
    private static final long serialVersionUID = 1L;

    ArchivedException(Set<YearMonth> months) {
      super("archived, and brought back in vain: " + months);
    }
  }

  private void write(Connection connection, Set<Integer> partitions, List<SessionUpdate> updates)
      throws SQLException {
    if (!alone) {
      PartitionLocks.take(connection, partitions);
    }
    IndexLookUps.prefer(connection);
    BatchPlan plan =
        BatchPlan.of(
            updates, AbsorbedSessions.among(connection, BatchPlan.sessionsNamedBy(updates)));
    ProjectRows.write(connection, plan);
    SessionRows sessions = new SessionRows(connection, plan);
    NumberingOrder.keep(
        connection,
        () -> {
          sessions.insertNew();
          TaskRows.write(connection, plan);
          KnowledgeRows.write(connection, plan);
        });
    ActivityRows.Fresh fresh = ActivityRows.write(connection, plan);
    Set<UUID> updated = new HashSet<>();
    NumberingOrder.keep(
        connection,
        () -> {
          updated.addAll(sessions.update(fresh));
          SessionReach.widen(connection, plan.untold(), fresh.activities());
        });
    RecutSessions.write(connection, plan);
    SessionTexts.write(connection, fresh, updated, plan.recut());
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
