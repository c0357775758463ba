package dev.aidis.queries;

import static dev.aidis.schemas.ActivityType.FILE_MENTIONED;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.GOAL_SET;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.SessionStatus;
import dev.aidis.schemas.TrackerKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionQueriesIT {
  private static final Duration GAP = Duration.ofHours(2);
  private static final TrackerKey ADA = new TrackerKey("ada", TrackerKey.MAIN);

  private final DataSource database = TestDatabase.migrated();
  private final SessionQueries queries = new SessionQueries(database);
  private final TimelineQueries timelines = new TimelineQueries(database);
  private final Tracker ada = new Tracker("ada");

  @BeforeEach
  void write() throws SQLException {
    ada.did(ada.activity(1, SESSION_STARTED, "09:00").tags(List.of("feature")))
        .did(ada.activity(2, GOAL_SET, "09:01").body("Ship it"))
        .did(ada.activity(3, TASK_CREATED, "09:02").taskId(Tracker.id(100)).title("Write it"))
        .did(
            ada.activity(4, FILE_MODIFIED, "09:10")
                .filePath("A.java")
                .linesAdded(5)
                .linesRemoved(2))
        .did(ada.activity(5, FILE_MODIFIED, "09:20").filePath("B.java").linesAdded(3))
        .did(ada.activity(6, FILE_MODIFIED, "09:30").filePath("B.java"))
        .did(ada.activity(7, FILE_MENTIONED, "09:40").filePath("C.java"))
        .did(ada.activity(8, TASK_COMPLETED, "09:50").taskId(Tracker.id(100)))
        .did(ada.activity(9, SESSION_ENDED, "10:00").body("Done"))
        .did(ada.activity(10, HEARTBEAT, "13:00").project("other"));
    ada.writeTo(database);
    Tracker bob = new Tracker("bob");
    bob.did(bob.activity(20, HEARTBEAT, "11:00"));
    bob.writeTo(database);
  }

  @Test
  void aSessionIsReadAsItWasWritten() {
    // When
    SessionView session = queries.byNumber("ada", 1).orElseThrow();

    // Then
    assertThat(session.owner()).isEqualTo("ada");
    assertThat(session.project()).isEqualTo("aidis");
    assertThat(session.startedAt()).isEqualTo(Tracker.at("09:00"));
    assertThat(session.endedAt()).isEqualTo(Tracker.at("10:00"));
    assertThat(session.durationMinutes()).isEqualTo(60);
    assertThat(session.status()).isEqualTo("ended");
    assertThat(session.open()).isFalse();
    assertThat(session.goal()).isEqualTo("Ship it");
    assertThat(session.notes()).isEqualTo("Done");
    assertThat(session.tags()).containsExactly("feature");
    assertThat(session.machines()).containsExactly("laptop");
    assertThat(session.counters().activities()).isEqualTo(9);
    assertThat(session.counters().tasksCompleted()).isEqualTo(1);
    assertThat(session.counters().filesModified()).isEqualTo(2);
    assertThat(session.counters().netLines()).isEqualTo(6);
  }

  @Test
  void theScoreInTheDatabaseIsTheSumOfItsParts() {
    // When
    SessionView session = queries.byNumber("ada", 1).orElseThrow();

    // Then
    assertThat(session.productivityScore()).isEqualByComparingTo("70");
    assertThat(session.score().total()).isEqualByComparingTo("70");
  }

  @Test
  void theListIsNewestFirst() {
    assertThat(numbers(SessionFilter.ofEverybody(10))).containsExactly(2L, 3L, 1L);
  }

  @Test
  void theListIsFilteredByWhatIsGiven() {
    assertThat(numbers(SessionFilter.newest("ada", 10))).containsExactly(2L, 1L);
    assertThat(numbers(SessionFilter.newest("ada", 10).withProject("other"))).containsExactly(2L);
    assertThat(numbers(SessionFilter.newest("ada", 10).withTag("feature"))).containsExactly(1L);
    assertThat(numbers(SessionFilter.newest("ada", 10).withWorkspace("none"))).isEmpty();
  }

  @Test
  void theListIsFilteredByModelMachineStatusTimeAndWords() throws SQLException {
    // Given
    Tracker grace = new Tracker("grace");
    grace.did(
        grace
            .activity(31, TASK_CREATED, "09:00")
            .aiModel("opus")
            .machine("desktop")
            .taskId(Tracker.id(101))
            .title("Mend auth-middleware.js"));
    grace.did(grace.activity(32, HEARTBEAT, "13:00").aiModel("sonnet"));
    grace.did(33, SESSION_ENDED, "13:05").writeTo(database);
    SessionFilter all = SessionFilter.newest("grace", 10);
    List<Long> both = numbers(all);
    List<Long> later = both.subList(0, 1);
    List<Long> earlier = both.subList(1, 2);

    // When, Then
    assertThat(both).hasSize(2);
    assertThat(numbers(all.withModel("opus"))).isEqualTo(earlier);
    assertThat(numbers(all.withModel("haiku"))).isEmpty();
    assertThat(numbers(all.withMachine("desktop"))).isEqualTo(earlier);
    assertThat(numbers(all.withStatus(SessionStatus.ACTIVE))).isEqualTo(earlier);
    assertThat(numbers(all.withStatus(SessionStatus.ENDED))).isEqualTo(later);
    assertThat(numbers(all.withStatus(SessionStatus.PAUSED))).isEmpty();
    assertThat(numbers(all.withStartBetween(Tracker.at("09:01"), null))).isEqualTo(later);
    assertThat(numbers(all.withStartBetween(null, Tracker.at("13:00")))).isEqualTo(earlier);
    assertThat(numbers(all.withText("MIDDLEWARE"))).isEqualTo(earlier);
    assertThat(numbers(all.withText("ship"))).as("another owner's words").isEmpty();
  }

  @Test
  void theNextPageBeginsWhereTheListEnded() {
    // Given
    SessionFilter filter = SessionFilter.newest("ada", 1);
    SessionView last = queries.list(filter).getLast();

    // When
    SessionFilter next = filter.withBefore(SessionFilter.Place.of(last));

    // Then
    assertThat(numbers(next)).containsExactly(1L);
  }

  @Test
  void theCurrentSessionIsTheOpenOneWithinTheGap() {
    assertThat(queries.current(ADA, Tracker.at("15:00"), GAP))
        .map(SessionView::number)
        .contains(2L);
    assertThat(queries.current(ADA, Tracker.at("15:01"), GAP)).isEmpty();
    assertThat(queries.current(new TrackerKey("ada", "other"), Tracker.at("13:00"), GAP)).isEmpty();
  }

  @Test
  void filesComeMostOftenModifiedFirst() {
    assertThat(queries.files("ada", firstSession(), 10).most())
        .extracting(FileView::path, FileView::timesModified, FileView::mentions)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("B.java", 2L, 0L),
            org.assertj.core.groups.Tuple.tuple("A.java", 1L, 0L),
            org.assertj.core.groups.Tuple.tuple("C.java", 0L, 1L));
  }

  @Test
  void filesThatAreNotListedAreCountedThoughTheyWereOnlyMentioned() {
    // When
    FileList files = queries.files("ada", firstSession(), 1);

    // Then
    assertThat(files.most()).extracting(FileView::path).containsExactly("B.java");
    assertThat(files.all()).isEqualTo(3);
    assertThat(queries.files("ada", Tracker.id(999), 1)).isEqualTo(FileList.NONE);
  }

  @Test
  void theTimelineIsNewestFirstAndLimited() {
    assertThat(timelines.latest("ada", firstSession(), 3))
        .extracting(ActivityView::type)
        .containsExactly("session_ended", "task_completed", "file_mentioned");
  }

  @Test
  void tasksHaveTheirStatusNow() {
    assertThat(queries.tasks("ada", firstSession()))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.title()).isEqualTo("Write it");
              assertThat(task.status()).isEqualTo("completed");
              assertThat(task.completedAt()).isEqualTo(Tracker.at("09:50"));
            });
  }

  @Test
  void anActivityIsFoundByItsIdAndTime() {
    assertThat(queries.isWritten("ada", Tracker.id(4), Tracker.at("09:10"))).isTrue();
    assertThat(queries.isWritten("ada", Tracker.id(4), Tracker.at("09:11"))).isFalse();
    assertThat(queries.isWritten("ada", Tracker.id(999), Tracker.at("09:10"))).isFalse();
    assertThat(queries.sessionOf("ada", Tracker.id(4), Tracker.at("09:10")))
        .contains(firstSession());
    assertThat(queries.sessionOf("ada", Tracker.id(999), Tracker.at("09:10"))).isEmpty();
  }

  @Test
  void aSessionThatWasMergedLeadsToWhatItIsPartOf() {
    // Given
    UUID gone = new UUID(7, 7);
    TestDatabase.execute(
        database,
        "INSERT INTO absorbed_sessions (uuid, number, into_uuid, revision) VALUES ('%s', 77, '%s', 5)"
            .formatted(gone, firstSession()));

    // When, Then
    assertThat(queries.byId("ada", gone)).map(SessionView::number).contains(1L);
    assertThat(queries.byNumber("ada", 77)).map(SessionView::number).contains(1L);
    assertThat(queries.byNumber("ada", 78)).isEmpty();
  }

  @Test
  void theProjectToGoOnWithIsThatOfTheLastSession() {
    // Given
    ProjectQueries projects = new ProjectQueries(database);

    // When, Then
    assertThat(projects.lastOf("ada", Tracker.at("12:00"))).contains("other");
    assertThat(projects.lastOf("ada", Tracker.at("13:01"))).isEmpty();
    assertThat(projects.newest("ada")).contains("other");
    assertThat(projects.defaultProject()).isEmpty();
  }

  @Test
  void theDefaultProjectIsTheOneMarkedSo() {
    // Given
    TestDatabase.execute(database, "UPDATE projects SET is_default = true WHERE name = 'aidis'");

    // When, Then
    assertThat(new ProjectQueries(database).defaultProject()).contains("aidis");
  }

  private UUID firstSession() {
    return queries.byNumber("ada", 1).orElseThrow().id();
  }

  private List<Long> numbers(SessionFilter filter) {
    return queries.list(filter).stream().map(SessionView::number).toList();
  }
}
