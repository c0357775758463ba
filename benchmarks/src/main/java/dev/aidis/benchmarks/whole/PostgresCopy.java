package dev.aidis.benchmarks.whole;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * What Postgres takes in at best: the activities' own rows, already in the shape of the table, by
 * {@code COPY} on one connection, into a table with the same indexes. No session, no file, no task
 * is written.
 */
final class PostgresCopy {
  private static final String TABLE =
      """
      DROP SCHEMA IF EXISTS upper_limit CASCADE;
      CREATE SCHEMA upper_limit;
      CREATE TABLE upper_limit.activities (LIKE session_activities INCLUDING ALL);
      """;
  private static final int CHUNKS = 40;

  private PostgresCopy() {}

  /** Activities a second, each of {@value CHUNKS} chunks in a transaction of its own. */
  static double measure(String jdbcUrl, int activities) throws Exception {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "aidis", "");
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      statement.execute(
          "CREATE TEMPORARY TABLE sample AS SELECT * FROM session_activities LIMIT " + activities);
      CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
      byte[][] chunks = chunks(copy, activities);
      long begin = System.nanoTime();
      long rows = 0;
      for (byte[] chunk : chunks) {
        rows +=
            copy.copyIn("COPY upper_limit.activities FROM STDIN", new ByteArrayInputStream(chunk));
      }
      double rate = rows / ((System.nanoTime() - begin) / 1e9);
      statement.execute("DROP SCHEMA upper_limit CASCADE");
      if (rows != activities) {
        throw new IllegalStateException(rows + " rows were copied, not " + activities);
      }
      return rate;
    }
  }

  private static byte[][] chunks(CopyManager copy, int activities) throws Exception {
    byte[][] chunks = new byte[CHUNKS][];
    int size = (activities + CHUNKS - 1) / CHUNKS;
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      chunks[chunk] = chunk(copy, size, chunk * size);
    }
    return chunks;
  }

  private static byte[] chunk(CopyManager copy, int size, int offset) throws Exception {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try {
      copy.copyOut(
          "COPY (SELECT * FROM sample ORDER BY id LIMIT %d OFFSET %d) TO STDOUT"
              .formatted(size, offset),
          rows);
    } catch (SQLException e) {
      throw new IllegalStateException("the rows cannot be read", e);
    }
    return rows.toByteArray();
  }
}
