package dev.aidis.sink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.sink.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class DatabaseStartIT {
  private static final String BEFORE_THE_KEY_BY_TIME = "42";

  /** A migration that has waited for a lock for longer than {@link #ALLOWED_TO_A_BATCH}. */
  private static final String HELD_UP =
      """
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'
        AND query_start < clock_timestamp() - interval '500 ms'
      """;

  private static final String ALLOWED_TO_A_BATCH =
      "-c idle_in_transaction_session_timeout=100ms -c statement_timeout=200ms";

  private static final String VERSION_43 =
      "SELECT success FROM flyway_schema_history WHERE version = '43'";

  @Test
  void aMigrationMayTakeLongerThanABatch() throws Exception {
    // Given a database of an earlier version, in which somebody reads the activities for long
    DataSource patient = TestDatabase.empty();
    String name = TestDatabase.rows(patient, "SELECT current_database()").getFirst();
    Flyway.configure()
        .dataSource(patient)
        .locations("classpath:db/aidis")
        .target(BEFORE_THE_KEY_BY_TIME)
        .load()
        .migrate();
    try (HikariDataSource batches = new HikariDataSource();
        ExecutorService sink = Executors.newSingleThreadExecutor();
        Connection reader = patient.getConnection();
        Statement statement = reader.createStatement()) {
      batches.setJdbcUrl(TestDatabase.urlOf(name));
      batches.addDataSourceProperty("options", ALLOWED_TO_A_BATCH);
      reader.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM session_activities");

      // When
      Future<?> start =
          sink.submit(
              () -> {
                DatabaseStart.await(batches, patient, time -> {});
                return null;
              });
      await().until(() -> !TestDatabase.rows(patient, HELD_UP).isEmpty());
      reader.commit();
      start.get();

      // Then
      assertThat(TestDatabase.rows(patient, VERSION_43)).containsExactly("t");
    }
  }
}
