package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.schema.Schema;
import dev.aidis.sink.write.BatchWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The intake with a real database. */
class BatchIntakeIT {
  private static final String DESCRIPTIONS =
      """
      SELECT activity_description FROM session_activities ORDER BY uuid
      """;

  private static final UUID TASK = new UUID(0, 100);

  private static final String BOBS_TASK =
      """
      INSERT INTO tasks (uuid, owner, workspace, title, created_at, updated_at)
      VALUES ('00000000-0000-0000-0000-000000000064', 'bob', 'main', 'Bob''s', now(), now())
      """;

  private static final String TRANSACTIONS_THAT_WAIT =
      """
      SELECT pid FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted
      """;

  private final RecordingDeadLetters deadLetters = new RecordingDeadLetters();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  @TempDir private Path directory;

  @Test
  void whatTheDatabaseRefusesIsIsolated() throws SQLException {
    // Given a database that refuses one description
    DataSource database = TestDatabase.migrated();
    TestDatabase.execute(
        database, "ALTER TABLE session_activities ADD CHECK (activity_description <> 'poison')");
    var records =
        List.of(
            Records.update(1, "a"),
            Records.update(2, "b"),
            Records.update(3, "poison"),
            Records.update(4, "c"));

    // When
    intakeInto(database).take(records);

    // Then
    assertThat(TestDatabase.rows(database, DESCRIPTIONS)).containsExactly("a", "b", "c");
    assertThat(deadLetters.stored)
        .singleElement()
        .asString()
        .startsWith("3 refused-by-database")
        .contains("violates check constraint");
  }

  @Test
  void aTaskThatAnotherSinkWritesAtThisMomentStaysItsOwners() throws SQLException {
    // Given a sink that has not committed Bob's task yet
    DataSource database = TestDatabase.migrated();
    try (Connection bobs = database.getConnection();
        Statement writing = bobs.createStatement()) {
      bobs.setAutoCommit(false);
      writing.execute(BOBS_TASK);

      // When another writes a task of Ada with the same id
      FutureTask<Void> writes =
          new FutureTask<>(
              () -> {
                intakeInto(database).take(List.of(Records.taskCreated(1, TASK, "Ada's")));
                return null;
              });
      Thread.ofPlatform().start(writes);
      Awaitility.await()
          .until(() -> !TestDatabase.rows(database, TRANSACTIONS_THAT_WAIT).isEmpty());
      bobs.commit();

      // Then
      assertThat(writes).succeedsWithin(Duration.ofSeconds(30));
    }
    assertThat(TestDatabase.rows(database, "SELECT owner, title FROM tasks"))
        .containsExactly("bob|Bob's");
    assertThat(TestDatabase.rows(database, "SELECT owner, task_id FROM session_activities"))
        .containsExactly("ada|null");
    assertThat(deadLetters.stored).isEmpty();
  }

  @Test
  void aDatabaseThatWasStoppedAndIsBackHasEverythingOnce() throws IOException {
    // Given a consumer that wrote, and its database stopped
    EmbeddedPostgres first = postgres(0);
    int port = first.getPort();
    try (HikariDataSource database = pool(first.getJdbcUrl("postgres", "postgres"))) {
      Schema.migrate(database);
      MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
      UpdatesConsumer consumer = new UpdatesConsumer(kafka, intakeInto(database), () -> now);
      consumer.subscribe();
      kafka.updateBeginningOffsets(Map.of(Records.PARTITION, 0L));
      kafka.rebalance(List.of(Records.PARTITION));
      kafka.addRecord(Records.update(0, "before"));
      consumer.step();
      first.close();
      kafka.addRecord(Records.update(1, "meanwhile"));
      consumer.step();
      assertThat(kafka.paused()).isNotEmpty();

      // When it is back
      try (EmbeddedPostgres again = postgres(port)) {
        DataSource restarted = again.getPostgresDatabase();

        // Then, as soon as the pool has noticed
        Awaitility.await()
            .untilAsserted(
                () -> {
                  now = now.plusSeconds(31);
                  kafka.addRecord(Records.update(1, "meanwhile"));
                  consumer.step();
                  assertThat(TestDatabase.rows(restarted, DESCRIPTIONS))
                      .containsExactly("before", "meanwhile");
                });
        assertThat(deadLetters.stored).isEmpty();
      }
    }
  }

  private BatchIntake intakeInto(DataSource database) {
    return new BatchIntake(new BatchWriter(database), new Drops(deadLetters, metrics), metrics);
  }

  private EmbeddedPostgres postgres(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .start();
  }

  private static HikariDataSource pool(String url) {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(url);
    database.setConnectionTimeout(1_000);
    return database;
  }
}
