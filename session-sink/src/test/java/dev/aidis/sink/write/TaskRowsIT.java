package dev.aidis.sink.write;

import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static dev.aidis.schemas.ActivityType.TASK_IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TaskRowsIT {
  private static final String TASKS =
      """
      SELECT t.uuid, t.title, t.description, t.status, to_char(t.created_at AT TIME ZONE 'UTC', 'HH24:MI'),
        to_char(t.completed_at AT TIME ZONE 'UTC', 'HH24:MI'), s.id
      FROM tasks t LEFT JOIN sessions s ON s.id = t.session_id ORDER BY t.uuid
      """;

  private static final String TASK = Tracker.id(100).toString();

  private final DataSource database = TestDatabase.migrated();
  private final BatchWriter writer = new BatchWriter(database);

  @Test
  void theStatusIsThatOfTheLatestActivityWhateverOrderTheyArriveIn() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(3, TASK_COMPLETED, "11:00").taskId(Tracker.id(100)))
        .did(
            ada.activity(1, TASK_CREATED, "09:00")
                .taskId(Tracker.id(100))
                .title("Write it")
                .body("In Java"))
        .did(
            ada.activity(2, TASK_IN_PROGRESS, "10:00")
                .taskId(Tracker.id(100))
                .title("Write it well"));

    // When
    for (SessionUpdate update : ada.updates()) {
      writer.write(Set.of(0), List.of(update));
    }

    // Then
    assertThat(TestDatabase.rows(database, TASKS))
        .containsExactly(TASK + "|Write it well|In Java|completed|09:00|11:00|1");
  }

  @Test
  void inOneBatchItIsTheSame() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(3, TASK_COMPLETED, "11:00").taskId(Tracker.id(100)))
        .did(
            ada.activity(1, TASK_CREATED, "09:00")
                .taskId(Tracker.id(100))
                .title("Write it")
                .body("In Java"))
        .did(
            ada.activity(2, TASK_IN_PROGRESS, "10:00")
                .taskId(Tracker.id(100))
                .title("Write it well"));

    // When
    writer.write(Set.of(0), ada.updates());

    // Then
    assertThat(TestDatabase.rows(database, TASKS))
        .containsExactly(TASK + "|Write it well|In Java|completed|09:00|11:00|1");
  }

  @Test
  void aTaskThatIsTakenUpAgainIsNotCompleted() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(1, TASK_CREATED, "09:00").taskId(Tracker.id(100)).title("Write it"))
        .did(ada.activity(2, TASK_COMPLETED, "10:00").taskId(Tracker.id(100)))
        .did(ada.activity(3, TASK_IN_PROGRESS, "11:00").taskId(Tracker.id(100)));

    // When
    writer.write(Set.of(0), ada.updates());

    // Then
    assertThat(TestDatabase.rows(database, TASKS))
        .containsExactly(TASK + "|Write it|null|in_progress|09:00|null|1");
  }

  @Test
  void aTaskCreatedWithoutAnIdHasThatOfItsActivity() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(7, TASK_CREATED, "09:00").title("Write it"));

    // When
    writer.write(Set.of(0), ada.updates());

    // Then
    assertThat(TestDatabase.rows(database, TASKS))
        .containsExactly(Tracker.id(7) + "|Write it|null|todo|09:00|null|1");
  }

  @Test
  void aTaskThatWasOnlyReferredToIsFilledInWhenItIsTold() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(ada.activity(1, FILE_MODIFIED, "09:00").taskId(Tracker.id(100)).filePath("A.java"));
    writer.write(Set.of(0), ada.updates());
    ada.did(ada.activity(2, TASK_CREATED, "09:30").taskId(Tracker.id(100)).title("Write it"));

    // When
    writer.write(Set.of(0), ada.updates());

    // Then
    assertThat(TestDatabase.rows(database, TASKS))
        .containsExactly(TASK + "|Write it|null|todo|09:30|null|1");
    assertThat(TestDatabase.rows(database, "SELECT task_id FROM session_activities"))
        .containsExactly("1", "1");
  }
}
