package dev.aidis.queries.accomplishment;

import static dev.aidis.schemas.ActivityType.CONTEXT_ADDED;
import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.FILE_MENTIONED;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_PAUSED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static dev.aidis.schemas.ActivityType.TASK_IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.queries.ContextItemView;
import dev.aidis.queries.DecisionView;
import dev.aidis.queries.FileView;
import dev.aidis.queries.Scope;
import dev.aidis.queries.TaskProgress;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.TestDatabase;
import dev.aidis.queries.Tracker;
import dev.aidis.schemas.Counters;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccomplishmentsIT {
  private static final Scope ADA = Scope.of("ada");
  private static final DataSource DATABASE = TestDatabase.migrated();

  private final AccomplishmentQueries queries = new AccomplishmentQueries(DATABASE);
  private final Tracker ada = new Tracker("ada");

  AccomplishmentsIT() {
    TestDatabase.execute(
        DATABASE,
        "TRUNCATE sessions, session_activities, tasks, context, decisions, projects RESTART IDENTITY CASCADE");
  }

  @Test
  void theLastSessionsTellWhatWasAccomplishedInEach() throws SQLException {
    // Given
    morningAndAfternoon();

    // When
    List<SessionAccomplishment> last = queries.ofLast(ADA, 5).sessions();

    // Then the newest first
    assertThat(last).extracting(one -> one.session().number()).containsExactly(2L, 1L);
    SessionAccomplishment morning = last.getLast();
    assertThat(morning.completedTasks()).extracting(TaskView::title).containsExactly("Parse");
    assertThat(morning.decisions())
        .extracting(DecisionView::title, DecisionView::rationale)
        .containsExactly(tuple("Use Kafka", "It is a log"));
    assertThat(morning.context()).extracting(ContextItemView::title).containsExactly("How");
    assertThat(morning.files()).extracting(FileView::path).containsExactly("A.java", "B.java");
    assertThat(last.getFirst().completedTasks())
        .extracting(TaskView::title)
        .containsExactly("Print");
  }

  @Test
  void progressIsThatOfTheSessionWhateverCameLater() throws SQLException {
    // Given a task in progress in the morning and completed in the afternoon
    morningAndAfternoon();

    // When
    List<SessionAccomplishment> last = queries.ofLast(ADA, 2).sessions();

    // Then
    assertThat(last.getLast().progress()).isEqualTo(new TaskProgress(1, 1, 1));
    assertThat(last.getFirst().progress()).isEqualTo(new TaskProgress(1, 0, 0));
  }

  @Test
  void totalsCountAFileOnceAndTheTimeWithoutPauses() throws SQLException {
    // Given
    morningAndAfternoon();

    // When
    Accomplishments all = queries.ofLast(ADA, 5);

    // Then
    assertThat(all.distinctFiles())
        .as("A.java twice, B.java; C.java was only mentioned")
        .isEqualTo(2);
    assertThat(all.total(Counters::tasksCompleted)).isEqualTo(2);
    assertThat(all.clock()).isEqualTo(Duration.ofMinutes(40 + 10));
  }

  @Test
  void sessionsAtTheSameTimeTakeTheirTimeOnce() throws SQLException {
    // Given
    ada.did(1, HEARTBEAT, "09:00").did(2, HEARTBEAT, "10:00").writeTo(DATABASE);
    Tracker side = new Tracker("ada", "side");
    side.did(11, HEARTBEAT, "09:30").did(12, HEARTBEAT, "10:30").writeTo(DATABASE);

    // When, Then
    assertThat(queries.ofLast(ADA, 5).clock()).isEqualTo(Duration.ofMinutes(90));
    assertThat(queries.ofLast(ADA, 1).clock()).isEqualTo(Duration.ofMinutes(60));
    assertThat(queries.ofLast(ADA.withWorkspace("main"), 5).sessions()).hasSize(1);
  }

  @Test
  void onlyAsManySessionsAsAskedFor() throws SQLException {
    // Given
    morningAndAfternoon();

    // When
    Accomplishments last = queries.ofLast(ADA, 1);

    // Then
    assertThat(last.sessions()).hasSize(1);
    assertThat(last.distinctFiles()).isEqualTo(1);
  }

  @Test
  void withoutSessionsNothingWasAccomplished() {
    // When
    Accomplishments none = queries.ofLast(ADA, 5);

    // Then
    assertThat(none).isEqualTo(new Accomplishments(ADA, List.of(), Duration.ZERO, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void aNumberOutOfBoundsIsRefused(int count) {
    assertThatThrownBy(() -> queries.ofLast(ADA, count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of sessions " + count + " must lie between 1 and 100");
  }

  private void morningAndAfternoon() throws SQLException {
    ada.did(ada.activity(1, SESSION_STARTED, "09:00"))
        .did(ada.activity(2, TASK_CREATED, "09:01").taskId(Tracker.id(51)).title("Parse"))
        .did(ada.activity(3, TASK_CREATED, "09:02").taskId(Tracker.id(52)).title("Print"))
        .did(ada.activity(4, TASK_CREATED, "09:03").taskId(Tracker.id(53)).title("Ship"))
        .did(
            ada.activity(5, DECISION_MADE, "09:05")
                .decisionId(Tracker.id(61))
                .title("Use Kafka")
                .body("It is a log"))
        .did(ada.activity(6, CONTEXT_ADDED, "09:06").contextId(Tracker.id(71)).title("How"))
        .did(ada.activity(7, FILE_MODIFIED, "09:07").filePath("A.java"))
        .did(ada.activity(8, FILE_MODIFIED, "09:08").filePath("A.java"))
        .did(ada.activity(9, FILE_MODIFIED, "09:09").filePath("B.java"))
        .did(ada.activity(10, TASK_COMPLETED, "09:10").taskId(Tracker.id(51)))
        .did(ada.activity(11, TASK_IN_PROGRESS, "09:15").taskId(Tracker.id(52)))
        .did(12, SESSION_PAUSED, "09:20")
        .did(13, HEARTBEAT, "09:40")
        .did(14, HEARTBEAT, "10:00")
        .did(15, SESSION_STARTED, "14:00")
        .did(ada.activity(16, FILE_MODIFIED, "14:01").filePath("A.java"))
        .did(ada.activity(17, FILE_MENTIONED, "14:02").filePath("C.java"))
        .did(ada.activity(18, TASK_COMPLETED, "14:10").taskId(Tracker.id(52)))
        .writeTo(DATABASE);
  }
}
