package dev.aidis.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes months of activities out of Postgres into files, and brings them back. A month is wholly
 * here or wholly there, whenever the process ends: the file is complete and on the disk before the
 * transaction commits that removes the rows, and is deleted only after one has committed that has
 * them again. Thread-safe, also against other processes.
 */
public final class MonthArchive {
  private final DataSource database;
  private final @Nullable Path directory;

  /**
   * @param directory where the files are; made when it is needed. If absent, no month can be
   *     archived or brought back
   */
  public MonthArchive(DataSource database, @Nullable Path directory) {
    this.database = database;
    this.directory = directory;
  }

  /** The months that are archived, the oldest first. */
  public List<ArchivedMonth> archived() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Bookkeeping.all(connection);
    }
  }

  /** Whole months that ended at least that long ago and have activities, the oldest first. */
  public List<YearMonth> due(Instant now, Duration age) throws SQLException {
    YearMonth end = YearMonth.from(now.minus(age).atOffset(ZoneOffset.UTC));
    List<YearMonth> due = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (YearMonth month : Partitions.months(connection)) {
        if (month.isBefore(end) && !Partitions.isEmpty(connection, month)) {
          due.add(month);
        }
      }
    }
    return due;
  }

  /** Archives a month, or tells of it if it is archived. */
  public ArchivedMonth archive(YearMonth month) throws SQLException {
    MonthTransfer transfer = transfer(month);
    return inTransaction(
        connection -> {
          MonthLocks.own(connection, month);
          Optional<ArchivedMonth> before = Bookkeeping.of(connection, month);
          return before.isPresent() ? before.get() : transfer.out(connection);
        });
  }

  /**
   * Brings a month back.
   *
   * @return the number of activities; 0 if it is not archived
   */
  public long restore(YearMonth month) throws SQLException {
    MonthTransfer transfer = transfer(month);
    Optional<ArchivedMonth> archived =
        inTransaction(
            connection -> {
              MonthLocks.own(connection, month);
              Optional<ArchivedMonth> there = Bookkeeping.of(connection, month);
              if (there.isPresent()) {
                transfer.in(connection, there.get());
              }
              return there;
            });
    if (archived.isPresent()) {
      deleteUnused(transfer.file(), month);
    }
    return archived.map(ArchivedMonth::rows).orElse(0L);
  }

  /** A file that stays behind is written over when the month is archived again. */
  private void deleteUnused(MonthFile file, YearMonth month) throws SQLException {
    inTransaction(
        connection -> {
          MonthLocks.own(connection, month);
          return Bookkeeping.of(connection, month).isEmpty() && Files.deleteIfExists(file.path());
        });
  }

  /** Brings back those of the months that are archived; returns them. */
  public Collection<YearMonth> restoreAmong(Collection<YearMonth> months) throws SQLException {
    Collection<YearMonth> archived;
    try (Connection connection = database.getConnection()) {
      archived = MonthLocks.archivedAmong(connection, months);
    }
    for (YearMonth month : archived) {
      restore(month);
    }
    return archived;
  }

  /**
   * Forgets the months that are still archived, because their activities are made anew from the
   * log, in this transaction; until it ends no month goes or comes back. Files stay, and are
   * written over when a month is archived again. To be called before anything else is locked.
   *
   * @return these months
   */
  public static List<YearMonth> giveUp(Connection connection) throws SQLException {
    MonthLocks.ownWhole(connection);
    List<YearMonth> months =
        Bookkeeping.all(connection).stream().map(ArchivedMonth::month).toList();
    for (YearMonth month : months) {
      Bookkeeping.remove(connection, month);
    }
    return months;
  }

  private MonthTransfer transfer(YearMonth month) throws SQLException {
    return new MonthTransfer(
        month, new MonthFile(requireDirectory().resolve(MonthFile.name(month))));
  }

  private Path requireDirectory() throws SQLException {
    if (directory == null) {
      throw new ArchiveException(
          "no archive directory is configured: set aidis.archive.directory", null);
    }
    try {
      Files.createDirectories(directory);
      return directory;
    } catch (IOException e) {
      throw new ArchiveException("cannot make the archive directory " + directory, e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws IOException, SQLException;
  }

  private <T> T inTransaction(Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T done = work.on(connection);
        connection.commit();
        return done;
      } catch (IOException e) {
        connection.rollback();
        throw new ArchiveException("a file of the archive failed: " + e.getMessage(), e);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
