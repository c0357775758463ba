package dev.aidis.benchmarks.rows;

import dev.aidis.benchmarks.PostgresProcesses;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.load.Tables;
import dev.aidis.benchmarks.sink.LocalSink;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Has the real sink write the updates that a database does not have yet. */
final class Drain {
  /** The first fifth is for the sink to start and for Postgres to read what it needs. */
  private static final int UNMEASURED = 5;

  /** So few updates may be written at once: then the start is measured with them. */
  private static final int FEW = 50_000;

  /** New sessions have greater numbers than those that were there. */
  private static final String ACTIVITIES =
      "SELECT count(*) FROM session_activities WHERE session_id > %d";

  private static final String COUNTED = "SELECT sum(activities) FROM sessions WHERE id > %d";
  private static final String SESSIONS = "SELECT count(*) FROM sessions WHERE id > %d";

  private final String bootstrapServers;
  private final PostgresProcesses postgres;
  private final String jdbcUrl;
  private final Size size;

  Drain(String bootstrapServers, PostgresProcesses postgres, String jdbcUrl, Size size) {
    this.bootstrapServers = bootstrapServers;
    this.postgres = postgres;
    this.jdbcUrl = jdbcUrl;
    this.size = size;
  }

  Size size() {
    return size;
  }

  /**
   * @param updates that came since the last time
   * @param all that must be there in the end, of all times
   * @throws IllegalStateException when they are not
   */
  Measurement run(int updates, AssistantLoad.Expected all) throws IOException, SQLException {
    checkpoint();
    Measurement measurement;
    Gauge gauge = new Gauge(postgres, jdbcUrl);
    try (LocalSink sink = LocalSink.start(bootstrapServers, jdbcUrl, size.database())) {
      sink.awaitWritten(updates < FEW ? 0 : updates / UNMEASURED);
      Gauge.Reading begin = gauge.read();
      sink.awaitWritten(updates);
      Tables.awaitNumbers(jdbcUrl, size.population().activities() + all.activities);
      Tables.awaitCount(jdbcUrl, onlyNew(SESSIONS), all.sessions);
      measurement = gauge.read().since(begin);
    }
    Tables.require(jdbcUrl, onlyNew(ACTIVITIES), all.activities);
    Tables.require(jdbcUrl, onlyNew(COUNTED), all.activities);
    return measurement;
  }

  private String onlyNew(String query) {
    return query.formatted(size.population().sessions());
  }

  /** So that nobody pays for what was written before. */
  private void checkpoint() throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }
}
