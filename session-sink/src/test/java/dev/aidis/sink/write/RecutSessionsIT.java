package dev.aidis.sink.write;

import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.NOTE_ADDED;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RecutSessionsIT {
  private static final String SESSION_OF_EACH =
      """
      SELECT a.uuid, s.id FROM session_activities a LEFT JOIN sessions s ON s.id = a.session_id ORDER BY a.uuid
      """;

  private final DataSource database = TestDatabase.migrated();
  private final BatchWriter writer = new BatchWriter(database);

  @Test
  void whatALateActivityBridgesBecomesOneSessionWithAllThatBelongedToBoth() throws SQLException {
    // Given two sessions
    Tracker ada = twoSessions();
    write(ada.updates());
    // and an activity between them, within the gap of both
    ada.did(9, HEARTBEAT, "10:50");

    // When
    write(List.of(ada.updates().getLast()));

    // Then
    assertThat(rows("SELECT id, activities, session_notes, files_modified FROM sessions"))
        .containsExactly("1|8|Before\nAfter|{A.java,B.java}");
    assertThat(rows("SELECT DISTINCT session_id FROM session_activities")).containsExactly("1");
    assertThat(
            rows(
                "SELECT file_path, times_modified, loc_added FROM session_files ORDER BY file_path"))
        .containsExactly("A.java|2|3", "B.java|1|5");
    assertThat(rows("SELECT session_id FROM tasks UNION ALL SELECT session_id FROM decisions"))
        .containsExactly("1", "1");
  }

  @Test
  void anAbsorbedSessionIsRememberedByItsNumber() throws SQLException {
    // Given
    Tracker ada = twoSessions();
    write(ada.updates());
    ada.did(9, HEARTBEAT, "10:50");

    // When
    write(List.of(ada.updates().getLast()));

    // Then
    assertThat(
            rows(
                """
                SELECT a.number, s.id FROM absorbed_sessions a JOIN sessions s ON s.uuid = a.into_uuid
                """))
        .containsExactly("2|1");
  }

  @Test
  void anOldBatchDoesNotBringAnAbsorbedSessionBack() throws SQLException {
    // Given
    Tracker ada = twoSessions();
    List<SessionUpdate> old = ada.updates();
    ada.did(9, HEARTBEAT, "10:50");
    write(ada.updates());
    List<String> before = Tables.of(database);

    // When
    write(old);

    // Then
    assertThat(Tables.of(database)).isEqualTo(before);
  }

  @Test
  void aLateEndSplitsASession() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(1, FILE_MODIFIED, "09:00").filePath("A.java").linesAdded(1))
        .did(ada.activity(2, NOTE_ADDED, "09:10").body("Before"))
        .did(ada.activity(3, FILE_MODIFIED, "10:00").filePath("A.java").linesAdded(2))
        .did(ada.activity(4, TASK_CREATED, "10:10").taskId(Tracker.id(100)).title("Later"));
    write(ada.updates());
    ada.did(ada.activity(5, SESSION_ENDED, "09:30").body("So far"));

    // When
    write(List.of(ada.updates().getLast()));

    // Then
    assertThat(
            rows(
                "SELECT id, status, activities, session_notes, files_modified FROM sessions ORDER BY id"))
        .containsExactly("1|ended|3|Before\nSo far|{A.java}", "2|active|2|null|{A.java}");
    assertThat(rows(SESSION_OF_EACH))
        .extracting(row -> row.substring(row.indexOf('|') + 1))
        .containsExactly("1", "1", "2", "2", "1");
    assertThat(rows("SELECT session_id, loc_added FROM session_files ORDER BY session_id"))
        .containsExactly("1|1", "2|2");
    assertThat(rows("SELECT session_id FROM tasks")).containsExactly("2");
  }

  @Test
  void createdAbsorbedAndSplitWithinOneBatchComesToTheSame() throws SQLException {
    // Given
    Tracker ada = twoSessions().did(9, HEARTBEAT, "10:50").did(10, SESSION_ENDED, "09:15");
    DataSource oneByOne = TestDatabase.migrated();
    BatchWriter slowly = new BatchWriter(oneByOne);
    for (SessionUpdate update : ada.updates()) {
      slowly.write(Set.of(0), List.of(update));
    }

    // When
    write(ada.updates());

    // Then
    assertThat(Tables.of(database)).isEqualTo(Tables.of(oneByOne));
  }

  private static Tracker twoSessions() {
    Tracker ada = new Tracker("ada");
    return ada.did(ada.activity(1, FILE_MODIFIED, "09:00").filePath("A.java").linesAdded(1))
        .did(ada.activity(2, NOTE_ADDED, "09:10").body("Before"))
        .did(ada.activity(3, TASK_CREATED, "09:20").taskId(Tracker.id(100)).title("Write it"))
        .did(ada.activity(4, FILE_MODIFIED, "12:00").filePath("A.java").linesAdded(2))
        .did(ada.activity(5, FILE_MODIFIED, "12:05").filePath("B.java").linesAdded(5))
        .did(ada.activity(6, NOTE_ADDED, "12:10").body("After").decisionId(Tracker.id(300)))
        .did(ada.activity(7, DECISION_MADE, "12:20").decisionId(Tracker.id(300)).title("Why"));
  }

  private void write(List<SessionUpdate> updates) throws SQLException {
    writer.write(Set.of(0), updates);
  }

  private List<String> rows(String sql) {
    return TestDatabase.rows(database, sql);
  }
}
