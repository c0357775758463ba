package dev.aidis.sink.intake;

import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.GOAL_SET;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.WireCodecs;
import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.Tracker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Content that Postgres itself refuses, in the middle of a batch. */
class RefusedContentIT {
  private static final int REFUSED_AT = 5;

  private final DataSource database = TestDatabase.migrated();
  private final RecordingDeadLetters deadLetters = new RecordingDeadLetters();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final BatchIntake intake =
      new BatchIntake(new BatchWriter(database), new Drops(deadLetters, metrics), metrics);

  @Test
  void aTextTooLongForAnIndexIsDroppedAndItsSessionKept() throws SQLException {
    // Given a path that no index entry can hold
    Random random = new Random(1);
    StringBuilder path = new StringBuilder();
    random.ints(4_000, 'a', 'z').forEach(letter -> path.append((char) letter));
    Tracker ada = new Tracker("ada");
    SessionUpdate refused =
        ada.did(ada.activity(70, FILE_MODIFIED, "08:00").filePath(path.toString()))
            .updates()
            .getLast();

    // When
    take(WireCodecs.SESSION_UPDATE.encode(refused));

    // Then
    requireOneDropped("refused-by-database", "index row");
    assertThat(
            TestDatabase.rows(
                database, "SELECT owner, activities, file_modifications FROM sessions"))
        .contains("ada|1|1");
  }

  @Test
  void theMergeThatARefusedActivityBroughtIsKept() throws SQLException {
    // Given two sessions, and an activity between them that is refused
    TestDatabase.execute(
        database, "ALTER TABLE session_activities ADD CHECK (activity_description <> 'poison')");
    Tracker ada = new Tracker("ada").did(70, TASK_CREATED, "08:00").did(71, TASK_CREATED, "11:00");
    intake.take(records(ada.updates(), 100));
    ada.did(ada.activity(72, HEARTBEAT, "09:30").description("poison"));

    // When
    take(WireCodecs.SESSION_UPDATE.encode(ada.updates().getLast()));

    // Then
    requireOneDropped("refused-by-database", "violates check constraint");
    assertThat(TestDatabase.rows(database, "SELECT activities FROM sessions WHERE owner = 'ada'"))
        .containsExactly("3");
    assertThat(TestDatabase.rows(database, "SELECT count(*) FROM absorbed_sessions"))
        .containsExactly("1");
  }

  @Test
  void aSessionWhoseLastUpdateIsRefusedStandsAtTheOneBefore() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada").did(70, HEARTBEAT, "08:00").did(71, HEARTBEAT, "08:10");
    ada.did(72, HEARTBEAT, "08:20");
    List<SessionUpdate> updates = new ArrayList<>(ada.updates());
    updates.add(Overflowing.activities(updates.removeLast(), 3_000_000_000L));

    // When
    intake.take(records(updates, 1));

    // Then
    assertThat(deadLetters.stored).singleElement().asString().startsWith("3 refused-by-database");
    assertThat(TestDatabase.rows(database, "SELECT activities, revision FROM sessions"))
        .containsExactly("2|2");
  }

  @Test
  void aNumberTooLargeForItsColumnIsDropped() throws SQLException {
    // Given a claim of three billion activities
    byte[] value = encodedGoal("AAAAAAAA", "08:00");
    SessionUpdate update = WireCodecs.SESSION_UPDATE.decode(value);
    SessionUpdate refused = Overflowing.activities(update, 3_000_000_000L);

    // When
    take(WireCodecs.SESSION_UPDATE.encode(refused));

    // Then
    requireOneDropped("refused-by-database", "integer out of range");
  }

  @Test
  void aZeroCharacterThatGotThroughIsDropped() throws SQLException {
    // Given a session whose goal has U+0000, which no intake of ours would let through
    byte[] value = encodedGoal("AAAAAAAA", "08:00");
    byte[] goal = "AAAAAAAA".getBytes(StandardCharsets.UTF_8);
    int last = lastIndexOf(value, goal);
    value[last + 3] = 0;

    // When
    take(value);

    // Then
    requireOneDropped("refused-by-database", "0x00");
  }

  @Test
  void aTimeBeforeAllMonthsIsNotEvenRead() throws SQLException {
    // Given an activity of the year 1930
    byte[] value = encodedGoal("late", "08:00");
    byte[] asSent = zigzag(Instant.parse("2026-03-02T08:00:00Z").toEpochMilli());
    byte[] tooEarly = zigzag(Instant.parse("1930-03-02T08:00:00Z").toEpochMilli());
    assertThat(tooEarly).hasSameSizeAs(asSent);
    for (int at = lastIndexOf(value, asSent); at >= 0; at = lastIndexOf(value, asSent)) {
      System.arraycopy(tooEarly, 0, value, at, tooEarly.length);
    }

    // When
    take(value);

    // Then
    requireOneDropped("malformed", "must lie between");
  }

  /** Ten updates of another owner around it. */
  private void take(byte[] refused) throws SQLException {
    Tracker grace = new Tracker("grace");
    for (int number = 1; number <= 10; number++) {
      grace.did(number, HEARTBEAT, "10:%02d".formatted(number));
    }
    List<ConsumerRecord<byte[], byte[]>> records = records(grace.updates(), 1_000);
    records.add(REFUSED_AT, Records.record(REFUSED_AT, refused));
    intake.take(records);
  }

  private void requireOneDropped(String reason, String message) {
    assertThat(deadLetters.stored)
        .singleElement()
        .asString()
        .startsWith(REFUSED_AT + " " + reason)
        .contains(message);
    assertThat(
            TestDatabase.rows(
                database, "SELECT count(*) FROM session_activities WHERE owner = 'grace'"))
        .containsExactly("10");
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(
      List<SessionUpdate> updates, long firstOffset) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (SessionUpdate update : updates) {
      records.add(
          Records.record(firstOffset + records.size(), WireCodecs.SESSION_UPDATE.encode(update)));
    }
    return records;
  }

  private static byte[] encodedGoal(String goal, String time) {
    Tracker ada = new Tracker("ada");
    Activity activity = ada.activity(70, GOAL_SET, time).body(goal).build();
    return WireCodecs.SESSION_UPDATE.encode(ada.did(activity).updates().getLast());
  }

  private static int lastIndexOf(byte[] bytes, byte[] part) {
    for (int at = bytes.length - part.length; at >= 0; at--) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] zigzag(long number) {
    byte[] buffer = new byte[10];
    int length = org.apache.avro.io.BinaryData.encodeLong(number, buffer, 0);
    return Arrays.copyOf(buffer, length);
  }
}
