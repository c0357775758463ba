package dev.aidis.sink.rebuild;

import dev.aidis.archive.ArchivedMonth;
import dev.aidis.archive.MonthArchive;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archived months during a rebuild: they come back, are made equal to the log like all others,
 * and are archived again, whatever becomes of the rebuild. A file that cannot be read is not
 * needed, for the log has all of it.
 */
final class MonthsAside {
  private static final Logger log = LoggerFactory.getLogger(MonthsAside.class);

  private final MonthArchive archive;
  private final SortedSet<YearMonth> months = new TreeSet<>();

  MonthsAside(MonthArchive archive) {
    this.archive = archive;
  }

  void bringBack() throws SQLException {
    for (ArchivedMonth archived : archive.archived()) {
      months.add(archived.month());
      try {
        archive.restore(archived.month());
      } catch (SQLException e) {
        log.warn("{} is made from the log, its archive is of no use", archived.month(), e);
      }
    }
  }

  /**
   * Months that did not come back are forgotten in this transaction, which is to make them anew.
   */
  void giveUp(Connection connection) throws SQLException {
    months.addAll(MonthArchive.giveUp(connection));
  }

  /** What fails stays in Postgres, until somebody archives it. */
  void archiveAgain() {
    for (YearMonth month : months) {
      try {
        archive.archive(month);
      } catch (SQLException e) {
        log.warn("{} is not archived again: run `aidis archive`", month, e);
      }
    }
  }
}
