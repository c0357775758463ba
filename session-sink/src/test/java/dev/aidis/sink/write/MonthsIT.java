package dev.aidis.sink.write;

import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.sink.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The partitions of the timeline, while the sink runs on. */
class MonthsIT {
  private static final String MONTHS =
      """
      SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'session_activities'::regclass ORDER BY 1
      """;

  private final DataSource database = TestDatabase.migrated();
  private final BatchWriter writer = new BatchWriter(database);

  @Test
  void monthsAreMadeAheadAsTimeGoesBy() {
    // Given a sink that runs since May
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-20T10:00:00Z"));
    MonthsAhead months = new MonthsAhead(writer, now::get, Duration.ofMillis(10));
    months.start();
    try {
      await().until(() -> months().contains("session_activities_2026_07"));

      // When
      now.set(Instant.parse("2026-07-01T00:00:00Z"));

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThat(months())
                      .contains("session_activities_2026_08", "session_activities_2026_09"));
    } finally {
      months.stop();
    }
  }

  @Test
  void aMonthThatWasArchivedMeanwhileIsMadeAgain() throws SQLException {
    // Given a month that this writer has written to, gone since
    Tracker ada = new Tracker("ada").did(1, HEARTBEAT, "09:00");
    writer.write(Set.of(0), ada.updates());
    TestDatabase.execute(
        database, "ALTER TABLE session_activities DETACH PARTITION session_activities_2026_03");
    TestDatabase.execute(database, "DROP TABLE session_activities_2026_03");
    ada.did(2, HEARTBEAT, "09:30");

    // When
    writer.write(Set.of(0), List.of(ada.updates().getLast()));

    // Then
    assertThat(TestDatabase.rows(database, "SELECT uuid FROM session_activities"))
        .containsExactly(Tracker.id(2).toString());
  }

  @Test
  void aMonthIsMadeWhileAnotherSinkWritesSessionsAndTasks() throws SQLException {
    try (Connection other = database.getConnection();
        Statement writing = other.createStatement()) {
      // Given
      other.setAutoCommit(false);
      writing.execute("UPDATE sessions SET revision = revision; UPDATE tasks SET title = title");
      Tracker ada = new Tracker("ada").did(1, HEARTBEAT, "09:00");

      // When
      FutureTask<Void> writes =
          new FutureTask<>(
              () -> {
                writer.write(Set.of(0), ada.updates());
                return null;
              });
      Thread.ofPlatform().start(writes);

      // Then
      assertThat(writes).succeedsWithin(Duration.ofSeconds(30));
      other.rollback();
    }
  }

  @Test
  void aMonthIsMadeWhileSomebodyReadsTheTimelineForLong() throws SQLException {
    Tracker ada = new Tracker("ada").did(1, HEARTBEAT, "09:00");
    writer.prepare(Instant.parse("2026-06-01T00:00:00Z"));
    try (Connection reader = database.getConnection();
        Statement reading = reader.createStatement()) {
      // Given
      reader.setAutoCommit(false);
      reading.execute("SELECT count(*) FROM session_activities");

      // When
      FutureTask<Void> writes =
          new FutureTask<>(
              () -> {
                writer.write(Set.of(0), ada.updates());
                return null;
              });
      Thread.ofPlatform().start(writes);

      // Then it is written, and others read
      assertThat(writes).succeedsWithin(Duration.ofSeconds(30));
      assertThat(
              TestDatabase.rows(
                  database,
                  "SET statement_timeout TO '10s'",
                  "SELECT owner FROM session_activities LIMIT 1"))
          .containsExactly("ada");
      reader.rollback();
    }
  }

  @Test
  void activitiesGoWithTheirSession() throws SQLException {
    // Given
    writer.write(Set.of(0), new Tracker("ada").did(1, HEARTBEAT, "09:00").updates());
    writer.write(Set.of(0), new Tracker("bob").did(2, HEARTBEAT, "09:00").updates());

    // When
    TestDatabase.execute(database, "DELETE FROM sessions WHERE owner = 'ada'");

    // Then
    assertThat(TestDatabase.rows(database, "SELECT owner FROM session_activities"))
        .containsExactly("bob");
  }

  private List<String> months() {
    return TestDatabase.rows(database, MONTHS);
  }
}
