package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.RandomUpdates;
import dev.aidis.sink.write.Tables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails in the middle of a transaction for reasons that pass is written in the end, once. */
class TransientFailuresIT {
  private static final List<SessionUpdate> UPDATES = RandomUpdates.of(11).subList(0, 150);

  private static final String WAITING =
      """
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND state = 'active' AND pid <> pg_backend_pid()
      """;

  private final DataSource database = TestDatabase.migrated();
  private final RecordingDeadLetters deadLetters = new RecordingDeadLetters();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final UpdatesConsumer consumer =
      new UpdatesConsumer(
          kafka,
          new BatchIntake(new BatchWriter(database), new Drops(deadLetters, metrics), metrics),
          () -> now);

  @BeforeEach
  void aBatchIsThere() {
    consumer.subscribe();
    kafka.updateBeginningOffsets(Map.of(Records.PARTITION, 0L));
    kafka.rebalance(List.of(Records.PARTITION));
    deliver();
  }

  @ParameterizedTest(name = "SQLState {0}")
  @ValueSource(strings = {"40001", "40P01", "53100", "55P03", "57014", "57P01", "XX000"})
  void aFailureThatIsNotAboutContentIsTriedAgain(String state) throws SQLException {
    // Given
    TestDatabase.execute(database, failingOnce(state));

    // When
    consumer.step();
    assertThat(TestDatabase.rows(database, "SELECT count(*) FROM sessions")).containsExactly("0");
    tryAgain();

    // Then
    requireEverythingOnce();
  }

  @Test
  void aTransactionWhoseBackendIsTerminatedIsWrittenAgain() throws Exception {
    // Given a transaction that has written sessions and waits for tasks
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      CompletableFuture<Void> step = stepAgainst(other, "LOCK TABLE tasks IN EXCLUSIVE MODE");

      // When
      statement.execute("SELECT pg_terminate_backend(pid) FROM (%s) AS waiting".formatted(WAITING));
      step.join();
      other.rollback();
    }
    tryAgain();

    // Then
    requireEverythingOnce();
  }

  @Test
  void theVictimOfADeadlockIsWrittenAgain() throws Exception {
    // Given a transaction that has written sessions and waits for tasks
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("SET deadlock_timeout TO '1h'");
      CompletableFuture<Void> step = stepAgainst(other, "LOCK TABLE tasks IN EXCLUSIVE MODE");

      // When who holds the tasks asks for the sessions
      statement.execute("LOCK TABLE sessions IN EXCLUSIVE MODE");
      step.join();
      other.rollback();
    }
    tryAgain();

    // Then
    requireEverythingOnce();
  }

  private CompletableFuture<Void> stepAgainst(Connection other, String lock) throws SQLException {
    other.setAutoCommit(false);
    try (Statement statement = other.createStatement()) {
      statement.execute(lock);
    }
    CompletableFuture<Void> step = CompletableFuture.runAsync(consumer::step);
    await().until(() -> !TestDatabase.rows(database, WAITING).isEmpty());
    return step;
  }

  /** The mock gives each record once, whatever the position. */
  private void tryAgain() {
    assertThat(kafka.paused()).isNotEmpty();
    now = now.plusSeconds(31);
    deliver();
    consumer.step();
  }

  private void deliver() {
    for (int offset = 0; offset < UPDATES.size(); offset++) {
      kafka.addRecord(
          Records.record(offset, WireCodecs.SESSION_UPDATE.encode(UPDATES.get(offset))));
    }
  }

  private void requireEverythingOnce() throws SQLException {
    DataSource atOnce = TestDatabase.migrated();
    new BatchWriter(atOnce).write(Set.of(0), UPDATES);
    assertThat(deadLetters.stored).isEmpty();
    assertThat(Tables.of(database)).containsExactlyElementsOf(Tables.of(atOnce));
  }

  /** A sequence is not rolled back: the first row is refused, the next try is not. */
  private static String failingOnce(String state) {
    return """
        CREATE SEQUENCE tries;
        CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('tries') = 1 THEN
            RAISE EXCEPTION 'for once' USING ERRCODE = '%s';
          END IF;
          RETURN new;
        END $$;
        CREATE TRIGGER fail_once BEFORE INSERT ON session_files FOR EACH ROW EXECUTE FUNCTION fail_once()
        """
        .formatted(state);
  }
}
