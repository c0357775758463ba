package dev.aidis.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Moves a month between Postgres and its file, as a part of a transaction that owns the month's
 * lock.
 */
record MonthTransfer(YearMonth month, MonthFile file) {
  /** From Postgres into the file. */
  ArchivedMonth out(Connection connection) throws IOException, SQLException {
    if (!Partitions.months(connection).contains(month)) {
      throw new ArchiveException("there are no activities of " + month + " to archive", null);
    }
    List<String> columns = Partitions.columns(connection);
    long rows = file.write(month, columns, out -> copyOut(connection, columns, out));
    if (file.count() != rows || !file.columns(month).equals(columns)) {
      throw new ArchiveException(
          file.path() + " does not read back as it was written: check the disk, then try again",
          null);
    }
    ArchivedMonth archived =
        Bookkeeping.add(connection, month, MonthFile.name(month), rows, file.sha256());
    Partitions.lockTables(connection);
    Partitions.drop(connection, month);
    return archived;
  }

  /** From the file into Postgres. */
  void in(Connection connection, ArchivedMonth archived) throws IOException, SQLException {
    requireWhole(archived);
    List<String> columns = file.columns(month);
    if (Partitions.months(connection).contains(month)) {
      requireEmpty(connection);
      Partitions.lockTables(connection);
      Partitions.drop(connection, month);
    }
    Partitions.createApart(connection, month);
    long rows = file.read(in -> copyIn(connection, columns, in));
    if (rows != archived.rows()) {
      throw new ArchiveException(
          "%s has %d activities instead of %d: use a copy of it"
              .formatted(file.path(), rows, archived.rows()),
          null);
    }
    Partitions.lockTables(connection);
    requireReferred(connection);
    Partitions.attach(connection, month);
    Bookkeeping.remove(connection, month);
  }

  private void requireReferred(Connection connection) throws SQLException {
    if (Partitions.refersToMissing(connection, month)) {
      throw new ArchiveException(
          "%s refers to rows that are no more: `aidis rebuild` makes %s anew from the log"
              .formatted(file.path(), month),
          null);
    }
  }

  /** A writer that came in between may have made one; it writes nothing while the month is out. */
  private void requireEmpty(Connection connection) throws SQLException {
    if (!Partitions.isEmpty(connection, month)) {
      throw new ArchiveException(
          "%s is archived, but %s has rows: move them elsewhere"
              .formatted(month, Partitions.name(month)),
          null);
    }
  }

  private void requireWhole(ArchivedMonth archived) throws IOException, ArchiveException {
    if (!Files.exists(file.path())) {
      throw new ArchiveException(
          "%s is archived in %s, which is not there: put it back, or run `aidis rebuild`"
              .formatted(month, file.path()),
          null);
    }
    if (!file.sha256().equals(archived.sha256())) {
      throw new ArchiveException(
          "%s is not what was archived (its SHA-256 differs): put a copy of it there, or run `aidis rebuild`"
              .formatted(file.path()),
          null);
    }
  }

  private long copyOut(Connection connection, List<String> columns, OutputStream out)
      throws IOException, SQLException {
    return copies(connection)
        .copyOut(
            """
            COPY (SELECT %s FROM %s ORDER BY occurred_at, uuid) TO STDOUT
            """
                .formatted(String.join(", ", columns), Partitions.name(month)),
            out);
  }

  private long copyIn(Connection connection, List<String> columns, InputStream in)
      throws IOException, SQLException {
    return copies(connection)
        .copyIn(
            """
            COPY %s (%s) FROM STDIN
            """
                .formatted(Partitions.name(month), String.join(", ", columns)),
            in);
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
