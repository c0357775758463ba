package dev.aidis.benchmarks.rows;

import dev.aidis.benchmarks.PostgresProcesses;
import dev.aidis.benchmarks.ThreadTime;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.sink.LocalSink;
import java.io.IOException;
import java.sql.SQLException;

/** Where the counters of the sink's threads and of its Postgres stand. */
final class Gauge {
  private static final String ROWS = "SELECT last_value FROM session_activities_id_seq";
  private static final String LOG = "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";
  private static final String READ =
      "SELECT blks_read FROM pg_stat_database WHERE datname = current_database()";

  private final PostgresProcesses postgres;
  private final String jdbcUrl;

  /**
   * @param jdbcUrl of the database that is written to
   */
  Gauge(PostgresProcesses postgres, String jdbcUrl) {
    this.postgres = postgres;
    this.jdbcUrl = jdbcUrl;
  }

  /**
   * @param nanos of the clock
   * @param rows given a number so far
   */
  record Reading(
      long nanos,
      long rows,
      double sink,
      double clients,
      double others,
      long logBytes,
      long blocksRead) {
    /**
     * @throws IllegalStateException when no row was written in between
     */
    Measurement since(Reading before) {
      if (rows == before.rows) {
        throw new IllegalStateException(
            "all rows were there before the measurement began: take more updates a round");
      }
      return new Measurement(
          rows - before.rows,
          (nanos - before.nanos) / 1e9,
          sink - before.sink,
          clients - before.clients,
          others - before.others,
          logBytes - before.logBytes,
          blocksRead - before.blocksRead);
    }
  }

  /**
   * The rows, the clock and the processes first: asking Postgres for more takes a while, and is not
   * to be measured.
   */
  Reading read() throws IOException, SQLException {
    long rows = Tables.count(jdbcUrl, ROWS);
    long nanos = System.nanoTime();
    double clients = postgres.cpuSecondsOfClients();
    double others = postgres.cpuSeconds() - clients;
    double sink = ThreadTime.cpuNanos(LocalSink.THREADS) / 1e9;
    return new Reading(
        nanos,
        rows,
        sink,
        clients,
        others,
        Tables.count(jdbcUrl, LOG),
        Tables.count(jdbcUrl, READ));
  }
}
