package dev.aidis.queries.context;

import static dev.aidis.schemas.ActivityType.CONTEXT_ADDED;
import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.GOAL_SET;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static dev.aidis.schemas.ActivityType.TASK_IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.FileView;
import dev.aidis.queries.TaskView;
import dev.aidis.queries.TestDatabase;
import dev.aidis.queries.Tracker;
import dev.aidis.schemas.TrackerKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ContextIT {
  private static final TrackerKey ADA = new TrackerKey("ada", TrackerKey.MAIN);
  private static final Duration GAP = Duration.ofHours(2);
  private static final DataSource DATABASE = TestDatabase.migrated();

  private final ContextQueries queries = new ContextQueries(DATABASE);
  private final Tracker ada = new Tracker("ada");

  ContextIT() {
    TestDatabase.execute(
        DATABASE,
        "TRUNCATE sessions, session_activities, tasks, context, decisions, projects RESTART IDENTITY CASCADE");
    ada.did(ada.activity(1, SESSION_STARTED, "09:00").tags(List.of("refactor")));
  }

  @Test
  void theContextHasThePlansNames() throws SQLException {
    // Given
    ada.did(ada.activity(2, GOAL_SET, "09:01").body("Refactor the database layer"));
    task(51, "One", "09:02");
    ada.did(ada.activity(3, CONTEXT_ADDED, "09:03").contextId(Tracker.id(71)).title("How"))
        .did(
            ada.activity(4, FILE_MODIFIED, "09:04")
                .filePath("A.java")
                .description("Modified A.java"))
        .writeTo(DATABASE);

    // When
    Map<String, Object> map = context("09:30").asMap();

    // Then
    assertThat(map.keySet()).containsExactly("current_session", "advice");
    assertThat(map)
        .extractingByKey("current_session", org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("id", 1L)
        .containsEntry("project", "aidis")
        .containsEntry("goal", "Refactor the database layer")
        .containsEntry("started", "2026-03-02T09:00:00Z")
        .containsEntry("elapsed_minutes", 30L)
        .containsEntry(
            "progress",
            Map.of(
                "tasks",
                Map.of("total", 1L, "completed", 0L, "in_progress", 0L, "todo", 1L),
                "context_items",
                1L,
                "decisions",
                0L))
        .containsEntry("active_files", List.of("A.java"))
        .containsEntry("tags", List.of("refactor"));
    assertThat(map.toString())
        .contains(
            "recent_activities=[{type=file_modified, description=Modified A.java, file=A.java,"
                + " when=2026-03-02T09:04:00Z}");
  }

  @Test
  void theLastTenActivitiesAreRecentAndTheMostModifiedFilesActive() throws SQLException {
    // Given
    IntStream.range(0, 9).forEach(i -> ada.did(10 + i, HEARTBEAT, "09:1" + i));
    modify("A.java", 2, 30);
    modify("B.java", 3, 40);
    ada.writeTo(DATABASE);

    // When
    SessionContext context = context("10:00");

    // Then
    assertThat(context.recentActivities()).hasSize(10);
    assertThat(context.recentActivities().getFirst().filePath()).isEqualTo("B.java");
    assertThat(context.activeFiles().most())
        .extracting(FileView::path)
        .containsExactly("B.java", "A.java");
  }

  @Test
  void aFileModifiedFiveTimesMayNeedHelp() throws SQLException {
    // Given
    modify("auth-middleware.js", 5, 10);
    modify("other.js", 4, 20);
    ada.writeTo(DATABASE);

    // When, Then
    assertThat(advice()).containsExactly(new Advice.HeavilyModifiedFile("auth-middleware.js", 5));
    assertThat(advice().getFirst().sentence())
        .isEqualTo(
            "You've been working on auth-middleware.js heavily (5× modified). Need help with it?");
  }

  @Test
  void theGoalsUnfinishedTasksAreListedThoseInProgressFirst() throws SQLException {
    // Given
    ada.did(ada.activity(2, GOAL_SET, "09:01").body("Refactor"));
    IntStream.rangeClosed(1, 5).forEach(i -> task(50 + i, "Task " + i, "09:1" + i));
    IntStream.rangeClosed(1, 3).forEach(i -> done(50 + i, "09:2" + i));
    ada.did(ada.activity(90, TASK_IN_PROGRESS, "09:30").taskId(Tracker.id(55))).writeTo(DATABASE);

    // When
    Advice advice = advice().getFirst();

    // Then
    assertThat(advice.sentence())
        .isEqualTo(
            "Your session goal was \"Refactor\". You've completed 3/5 tasks. Want to tackle the"
                + " remaining 2 ones?");
    assertThat(remaining(advice)).containsExactly("Task 5", "Task 4");
  }

  @Test
  void aTaskCompletedInAnotherWorkspaceIsNotOffered() throws SQLException {
    // Given two tasks here, one of which is completed elsewhere
    ada.did(ada.activity(2, GOAL_SET, "09:01").body("Refactor"));
    task(51, "Here", "09:10");
    task(52, "Elsewhere", "09:11");
    ada.writeTo(DATABASE);
    Tracker side = new Tracker("ada", "side");
    side.did(side.activity(100, TASK_COMPLETED, "09:20").taskId(Tracker.id(52))).writeTo(DATABASE);

    // When
    SessionContext context = context("09:30");

    // Then numbers and names agree
    assertThat(context.tasks().completed()).isEqualTo(1);
    assertThat(context.advice().getFirst().sentence())
        .contains("completed 1/2 tasks. Want to tackle the remaining one?");
    assertThat(remaining(context.advice().getFirst())).containsExactly("Here");
  }

  @Test
  void withoutAGoalOrWithAllTasksDoneThereIsNothingToTackle() throws SQLException {
    // Given
    task(51, "One", "09:02");
    ada.writeTo(DATABASE);
    List<Advice> withoutGoal = advice();
    ada.did(ada.activity(2, GOAL_SET, "09:03").body("Refactor"));
    done(51, "09:04");

    // When
    ada.writeTo(DATABASE);

    // Then
    assertThat(withoutGoal).isEmpty();
    assertThat(advice()).isEmpty();
  }

  @Test
  void manyDecisionsAreWorthASummary() throws SQLException {
    // Given
    IntStream.range(0, 4).forEach(i -> decide(i));
    ada.writeTo(DATABASE);
    List<Advice> before = advice();
    IntStream.range(4, 8).forEach(i -> decide(i));

    // When
    ada.writeTo(DATABASE);

    // Then
    assertThat(before).isEmpty();
    assertThat(advice().getFirst().sentence())
        .isEqualTo("You've made 8 decisions so far - want me to summarize them?");
    assertThat(((Advice.DecisionsToSummarize) advice().getFirst()).titles())
        .containsExactlyElementsOf(IntStream.range(0, 8).mapToObj(i -> "Choice " + i).toList());
  }

  @Test
  void whenNoSessionIsOpenThereIsNoContext() throws SQLException {
    // Given
    ada.did(2, SESSION_ENDED, "09:30").writeTo(DATABASE);

    // When, Then
    assertThat(queries.current(ADA, Tracker.at("09:31"), GAP)).isEmpty();
    assertThat(queries.of("ada", ada.lastSession().id(), Tracker.at("09:31"))).isPresent();
  }

  private void task(int id, String title, String time) {
    ada.did(ada.activity(1_000 + id, TASK_CREATED, time).taskId(Tracker.id(id)).title(title));
  }

  private void done(int id, String time) {
    ada.did(ada.activity(2_000 + id, TASK_COMPLETED, time).taskId(Tracker.id(id)));
  }

  private void decide(int number) {
    ada.did(
        ada.activity(300 + number, DECISION_MADE, "09:4" + number)
            .decisionId(Tracker.id(400 + number))
            .title("Choice " + number));
  }

  private void modify(String path, int times, int minute) {
    IntStream.range(minute, minute + times)
        .forEach(i -> ada.did(ada.activity(500 + i, FILE_MODIFIED, "09:" + i).filePath(path)));
  }

  private SessionContext context(String now) {
    return queries.current(ADA, Tracker.at(now), GAP).orElseThrow();
  }

  private List<Advice> advice() {
    return context("10:00").advice();
  }

  private static List<String> remaining(Advice advice) {
    return ((Advice.UnfinishedTasks) advice)
        .remaining().stream().map(TaskView::title).map(String::valueOf).toList();
  }
}
