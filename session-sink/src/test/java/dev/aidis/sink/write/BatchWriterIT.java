package dev.aidis.sink.write;

import static dev.aidis.schemas.ActivityType.CONTEXT_ADDED;
import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.FILE_MENTIONED;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.GOAL_SET;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.NOTE_ADDED;
import static dev.aidis.schemas.ActivityType.PROJECT_CREATED;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BatchWriterIT {
  private final DataSource database = TestDatabase.migrated();
  private final BatchWriter writer = new BatchWriter(database);

  @Test
  void aSessionIsWrittenWithItsCountersAndScore() throws SQLException {
    // Given
    Tracker ada = morningOf("ada");

    // When
    write(ada.updates());

    // Then
    assertThat(
            rows(
                """
                SELECT s.id, s.owner, p.name, s.status, s.session_goals, s.session_notes, s.duration_minutes,
                  s.activities, s.tasks_created, s.tasks_completed, s.tasks_todo, s.context_items_added,
                  s.decisions_made, s.loc_added, s.loc_removed, s.net_loc, s.files_modified, s.productivity_score
                FROM sessions s JOIN projects p ON p.id = s.project_id
                """))
        .containsExactly(
            "1|ada|aidis|ended|Ship it|First\nDone|90|13|2|1|1|1|1|30|5|25|{src/A.java,src/B.java}|55.00");
  }

  @Test
  void aProjectThatIsCreatedIsThereAndTheSessionStaysOnItsOwn() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(1, NOTE_ADDED, "09:00").body("First"))
        .did(ada.activity(2, PROJECT_CREATED, "09:10").title("shop").body("Sells"));

    // When
    write(ada.updates());

    // Then
    assertThat(rows("SELECT name FROM projects ORDER BY name")).containsExactly("aidis", "shop");
    assertThat(rows("SELECT p.name FROM sessions s JOIN projects p ON p.id = s.project_id"))
        .containsExactly("aidis");
  }

  @Test
  void filesAreCountedPerSession() throws SQLException {
    // Given
    Tracker ada = morningOf("ada");

    // When
    write(ada.updates());

    // Then
    assertThat(
            rows(
                """
                SELECT file_path, times_modified, loc_added, loc_removed, mentioned_in_context,
                  last_modified_at - first_modified_at
                FROM session_files ORDER BY file_path
                """))
        .containsExactly(
            "README.md|0|0|0|1|null",
            "src/A.java|2|20|5|0|00:10:00",
            "src/B.java|1|10|0|0|00:00:00");
  }

  @Test
  void tasksContextAndDecisionsAreRows() throws SQLException {
    // Given
    Tracker ada = morningOf("ada");

    // When
    write(ada.updates());

    // Then
    assertThat(
            rows(
                "SELECT title, status, completed_at IS NOT NULL, session_id FROM tasks ORDER BY title"))
        .containsExactly("Draw it|todo|f|1", "Write it|completed|t|1");
    assertThat(rows("SELECT title, content, session_id FROM context"))
        .containsExactly("How it works|In steps|1");
    assertThat(rows("SELECT title, rationale, session_id FROM decisions"))
        .containsExactly("Use Kafka|It is a log|1");
  }

  @Test
  void theSameBatchAgainChangesNothing() throws SQLException {
    // Given
    List<SessionUpdate> updates = morningOf("ada").updates();
    write(updates);
    List<String> before = Tables.of(database);

    // When
    write(updates);

    // Then
    assertThat(Tables.of(database)).isEqualTo(before);
  }

  @Test
  void aBatchThatComesAgainFromTheMiddleChangesNothing() throws SQLException {
    // Given
    List<SessionUpdate> updates = morningOf("ada").updates();
    write(updates);
    List<String> before = Tables.of(database);

    // When
    write(updates.subList(3, 7));

    // Then
    assertThat(Tables.of(database)).isEqualTo(before);
  }

  @Test
  void anUpdateOneByOneGivesTheSameRowsAsOneBatch() throws SQLException {
    // Given
    List<SessionUpdate> updates = morningOf("ada").updates();
    DataSource other = TestDatabase.migrated();
    new BatchWriter(other).write(Set.of(0), updates);

    // When
    for (SessionUpdate update : updates) {
      write(List.of(update));
    }

    // Then
    assertThat(Tables.of(database)).isEqualTo(Tables.of(other));
  }

  @Test
  void theMonthsAheadHaveTheirPartitions() throws SQLException {
    // When
    writer.prepare(Instant.parse("2026-11-30T23:00:00Z"));

    // Then
    assertThat(
            rows(
                "SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'session_activities'::regclass"))
        .containsExactlyInAnyOrder(
            "session_activities_2026_11",
            "session_activities_2026_12",
            "session_activities_2027_01");
  }

  @Test
  void decadesOfHistoryAndTimesAtTheEdgeOfAMonthFindTheirPartition() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(1, HEARTBEAT, "09:00").occurredAt(Instant.parse("1970-01-01T00:00:00Z")))
        .did(
            ada.activity(2, HEARTBEAT, "09:00")
                .occurredAt(Instant.parse("1999-12-31T23:59:59.999Z")))
        .did(ada.activity(3, HEARTBEAT, "09:00").occurredAt(Instant.parse("2000-01-01T00:00:00Z")))
        .did(ada.activity(4, HEARTBEAT, "09:00").occurredAt(Instant.parse("2199-12-31T23:00:00Z")));

    // When
    write(ada.updates());

    // Then
    assertThat(rows("SELECT tableoid::regclass FROM session_activities ORDER BY occurred_at"))
        .containsExactly(
            "session_activities_1970_01",
            "session_activities_1999_12",
            "session_activities_2000_01",
            "session_activities_2199_12");
  }

  @Test
  void anEndThatClosedNothingIsKeptWithoutASession() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada").did(1, SESSION_ENDED, "09:00");

    // When
    write(ada.updates());

    // Then
    assertThat(rows("SELECT activity_type, session_id FROM session_activities"))
        .containsExactly("session_ended|null");
    assertThat(rows("SELECT * FROM sessions")).isEmpty();
  }

  private static Tracker morningOf(String owner) {
    Tracker day = new Tracker(owner);
    return day.did(1, SESSION_STARTED, "09:00")
        .did(day.activity(2, GOAL_SET, "09:01").body("Ship it"))
        .did(day.activity(3, TASK_CREATED, "09:02").taskId(Tracker.id(100)).title("Write it"))
        .did(day.activity(4, TASK_CREATED, "09:03").taskId(Tracker.id(101)).title("Draw it"))
        .did(
            day.activity(5, FILE_MODIFIED, "09:10")
                .filePath("src/A.java")
                .linesAdded(15)
                .linesRemoved(5))
        .did(day.activity(6, FILE_MODIFIED, "09:20").filePath("src/A.java").linesAdded(5))
        .did(day.activity(7, FILE_MODIFIED, "09:30").filePath("src/B.java").linesAdded(10))
        .did(
            day.activity(8, CONTEXT_ADDED, "09:40")
                .contextId(Tracker.id(200))
                .title("How it works")
                .body("In steps"))
        .did(
            day.activity(9, FILE_MENTIONED, "09:40")
                .contextId(Tracker.id(200))
                .filePath("README.md"))
        .did(
            day.activity(10, DECISION_MADE, "09:50")
                .decisionId(Tracker.id(300))
                .title("Use Kafka")
                .body("It is a log"))
        .did(day.activity(11, NOTE_ADDED, "10:00").body("First"))
        .did(day.activity(12, TASK_COMPLETED, "10:10").taskId(Tracker.id(100)))
        .did(day.activity(13, SESSION_ENDED, "10:30").body("Done"));
  }

  private void write(List<SessionUpdate> updates) throws SQLException {
    writer.write(Set.of(0), updates);
  }

  private List<String> rows(String sql) {
    return TestDatabase.rows(database, sql);
  }
}
