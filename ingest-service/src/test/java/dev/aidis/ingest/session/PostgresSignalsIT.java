package dev.aidis.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.TrackerKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostgresSignalsIT {
  private static final TrackerKey ADA = new TrackerKey("ada", "main");
  private static EmbeddedPostgres postgres;

  private final Semaphore listening = new Semaphore(0);
  private final Semaphore heard = new Semaphore(0);
  private PostgresSignals signals;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  /** Everybody is signalled once when the connection is there. */
  @BeforeEach
  void listen() throws InterruptedException {
    signals =
        PostgresSignals.listen(
            () -> {
              listening.acquireUninterruptibly();
              return postgres.getPostgresDatabase().getConnection();
            });
    signals.subscribe(ADA, heard::release);
    listening.release();
    assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void stop() {
    listening.release();
    signals.close();
  }

  @Test
  void aNotificationOfTheKeyIsHeard() throws Exception {
    execute(
        "SELECT pg_notify('aidis_sessions', 'bob/main'), pg_notify('aidis_sessions', 'ada/main')");
    assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    assertThat(heard.availablePermits()).isZero();
  }

  @Test
  void aNotificationToEverybodyIsHeard() throws Exception {
    execute("SELECT pg_notify('aidis_sessions', '*')");
    assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void afterALostConnectionEverybodyLooksAgain() throws Exception {
    // Given
    listening.release();
    // When
    execute(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()""");
    // Then
    assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
