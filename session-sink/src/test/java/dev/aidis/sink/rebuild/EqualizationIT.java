package dev.aidis.sink.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.write.BatchWriter;
import dev.aidis.sink.write.Tables;
import dev.aidis.sink.write.Tracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class EqualizationIT {
  private static final String NUMBERS =
      """
      SELECT 'session', id, uuid FROM sessions UNION ALL SELECT 'task', id, uuid FROM tasks
      UNION ALL SELECT 'file', session_id, NULL FROM session_files
      UNION ALL SELECT 'activity', session_id, uuid FROM session_activities
      UNION ALL SELECT 'project', id, uuid FROM projects ORDER BY 1, 2, 3
      """;

  private final DataSource database = TestDatabase.migrated();

  @Test
  void rowsThatBothNumberedMeanwhileKeepTheNumbersThatPeopleSee() throws SQLException {
    // Given new tables that numbered their rows before the live sink wrote them
    NewTables built = NewTables.create(database);
    built.writer().write(Set.of(0), updates("ada", 1));
    built.writer().write(Set.of(0), updates("grace", 11));
    BatchWriter live = new BatchWriter(database);
    live.write(Set.of(0), updates("grace", 11));
    live.write(Set.of(0), updates("ada", 1));
    List<String> before = TestDatabase.rows(database, NUMBERS);

    // When
    Map<String, Long> changed = built.changeOver(Map.of());

    // Then
    assertThat(TestDatabase.rows(database, NUMBERS)).isEqualTo(before);
    assertThat(changed.values()).containsOnly(0L);
  }

  @Test
  void anAbsorbedSessionTakesItsFilesAlongInTheNewTablesToo() throws SQLException {
    // Given a bridge that merges two sessions with files, written after them
    NewTables built = NewTables.create(database);
    Tracker tracker = new Tracker("ada");
    tracker.did(file(tracker, 1, "09:00")).did(file(tracker, 2, "12:30"));
    tracker.did(file(tracker, 3, "10:45"));
    BatchWriter writer = built.writer();
    for (SessionUpdate update : tracker.updates()) {
      writer.write(Set.of(0), List.of(update));
    }

    // When
    built.changeOver(Map.of());

    // Then
    assertThat(
            TestDatabase.rows(
                database,
                """
                SELECT s.uuid IS NOT NULL, f.times_modified
                FROM session_files f LEFT JOIN sessions s ON s.id = f.session_id
                """))
        .containsExactly("t|3");
  }

  @Test
  void anIdThatTwoOwnersHaveStaysWithTheOneWhomTheSinksWroteFirst() throws SQLException {
    // Given a replay that comes to the owners of one id in another order than the sinks did
    List<SessionUpdate> adas = updates("ada", 1);
    Tracker bob = new Tracker("bob");
    bob.did(bob.activity(11, ActivityType.TASK_CREATED, "08:00").taskId(new UUID(1, 1)));
    BatchWriter live = new BatchWriter(database);
    live.write(Set.of(0), adas);
    live.write(Set.of(0), bob.updates());
    List<String> before = Tables.of(database);
    NewTables built = NewTables.create(database);
    built.writer().write(Set.of(0), Stream.concat(bob.updates().stream(), adas.stream()).toList());

    // When
    built.changeOver(Map.of());

    // Then
    assertThat(Tables.of(database)).isEqualTo(before);
  }

  @Test
  void whatARestoreIsGoingToNumberIsNotNumberedHere() throws SQLException {
    // Given
    NewTables built = NewTables.create(database);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO reserved_numbers VALUES ('sessions', '00000000-0000-0000-0000-000000000001', 7)");
    }

    // When / Then
    assertThatIllegalStateException()
        .isThrownBy(() -> built.changeOver(Map.of()))
        .withMessageContaining("a restore has not ended");
  }

  private static List<SessionUpdate> updates(String owner, int first) {
    Tracker tracker = new Tracker(owner);
    String project = "project of " + owner;
    return tracker
        .did(
            tracker
                .activity(first, ActivityType.TASK_CREATED, "09:00")
                .taskId(new UUID(1, first))
                .project(project))
        .did(file(tracker, first + 1, "09:10").project(project))
        .updates();
  }

  private static ActivityBuilder file(Tracker tracker, int number, String time) {
    return tracker.activity(number, ActivityType.FILE_MODIFIED, time).filePath("src/A.java");
  }
}
