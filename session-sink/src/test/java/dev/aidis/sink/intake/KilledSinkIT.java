package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.RandomUpdates;
import dev.aidis.sink.write.Tables;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink that is killed while its transaction is open. */
class KilledSinkIT {
  private static final long SEED = 21;

  private static final String OPEN =
      """
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
        AND wait_event_type = 'Lock'
      """;

  private final DataSource database = TestDatabase.migrated();
  @TempDir private File directory;

  @Test
  void whatItHadNotCommittedIsWrittenOnceByTheNext() throws Exception {
    // Given the rows as they have to be
    DataSource atOnce = TestDatabase.migrated();
    new BatchWriter(atOnce).write(Set.of(0), RandomUpdates.of(SEED));
    // and sinks killed with a transaction open, each before another table
    for (String table : List.of("sessions", "tasks", "session_activities", "session_files")) {
      killWhileItWaitsFor(table);
    }

    // When
    Process last = start("last");

    // Then
    assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(last.exitValue()).isZero();
    assertThat(Tables.of(database)).containsExactlyElementsOf(Tables.of(atOnce));
  }

  private void killWhileItWaitsFor(String table) throws Exception {
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
      Process sink = start(table);
      await().until(() -> !TestDatabase.rows(database, OPEN).isEmpty());
      sink.destroyForcibly().waitFor();
      other.rollback();
    }
    await().until(() -> TestDatabase.rows(database, OPEN).isEmpty());
  }

  private Process start(String name) throws Exception {
    return SinkProcess.start(urlOf(database), SEED, new File(directory, name + ".out"));
  }

  private static String urlOf(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getURL();
    }
  }
}
