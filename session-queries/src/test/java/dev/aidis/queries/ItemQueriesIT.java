package dev.aidis.queries;

import static dev.aidis.schemas.ActivityType.CONTEXT_ADDED;
import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.schemas.ActivityBuilder;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner's tasks, decisions and context items, beside those of another. */
class ItemQueriesIT {
  private static final DataSource DATABASE = TestDatabase.migrated();
  private static final ItemFilter ALL = ItemFilter.newest("ada", 10);

  private final ItemQueries queries = new ItemQueries(DATABASE);

  @BeforeAll
  static void work() throws SQLException {
    Tracker ada = new Tracker("ada");
    ada.did(task(ada, 1, "09:00", "Mend the login form").tags(List.of("auth")))
        .did(task(ada, 2, "09:01", "Write the manual").project("docs"))
        .did(task(ada, 3, "09:01", "Mend the logout"))
        .did(ada.activity(4, TASK_COMPLETED, "09:05").taskId(Tracker.id(101)))
        .did(
            ada.activity(5, DECISION_MADE, "09:10")
                .decisionId(Tracker.id(201))
                .title("Use JWT")
                .body("Sessions would need a store")
                .tags(List.of("auth")))
        .did(ada.activity(6, DECISION_MADE, "09:11").decisionId(Tracker.id(202)).title("Use Kafka"))
        .did(
            ada.activity(7, CONTEXT_ADDED, "09:20")
                .contextId(Tracker.id(301))
                .title("Logging in")
                .body("The filter reads the token; it will not refresh it")
                .tags(List.of("auth")))
        .did(
            ada.activity(8, CONTEXT_ADDED, "09:21")
                .contextId(Tracker.id(302))
                .body("Brokers need three replicas"))
        .did(ada.activity(9, HEARTBEAT, "13:00").project("docs"))
        .writeTo(DATABASE);
    Tracker bob = new Tracker("bob");
    SomeWork.of(bob, "bob", 1_000);
    bob.did(task(bob, 2_000, "12:01", "Mend what Ada wrote")).writeTo(DATABASE);
    Tracker aside = new Tracker("ada", "aside");
    aside.did(task(aside, 3_000, "08:00", "Aside")).writeTo(DATABASE);
  }

  private static ActivityBuilder task(Tracker tracker, int number, String time, String title) {
    return tracker
        .activity(number, TASK_CREATED, time)
        .taskId(Tracker.id(100 + number))
        .title(title);
  }

  @Test
  void tasksAreListedNewestFirstWithTheirStatusNow() {
    assertThat(queries.tasks(ALL, null).items())
        .extracting(TaskView::title, TaskView::status)
        .containsExactly(
            tuple("Mend the logout", "todo"),
            tuple("Write the manual", "todo"),
            tuple("Mend the login form", "completed"),
            tuple("Aside", "todo"));
  }

  @Test
  void tasksAreFilteredByWhatIsGiven() {
    assertThat(titles(ALL, "completed")).containsExactly("Mend the login form");
    assertThat(titles(ALL, "in_progress")).isEmpty();
    assertThat(titles(ALL.withWorkspace("aside"), null)).containsExactly("Aside");
    assertThat(titles(ALL.withProject("docs"), null)).containsExactly("Write the manual");
    assertThat(titles(ALL.withTag("auth"), null)).containsExactly("Mend the login form");
    assertThat(titles(ALL.withText("MEND login"), null)).containsExactly("Mend the login form");
    assertThat(titles(ALL.withText("what"), null)).as("another owner's words").isEmpty();
  }

  @Test
  void pagesGoOnWhereTheOneBeforeEndedAlsoWithinAMillisecond() {
    // Given
    ItemFilter one = ItemFilter.newest("ada", 1);

    // When
    ItemPage<TaskView> first = queries.tasks(one, null);
    ItemPage<TaskView> second = queries.tasks(one.withBefore(again(first)), null);
    ItemPage<TaskView> rest = queries.tasks(ALL.withBefore(again(second)), null);

    // Then
    assertThat(List.of(first, second, rest))
        .flatExtracting(ItemPage::items)
        .isEqualTo(queries.tasks(ALL, null).items());
    assertThat(rest.next()).isNull();
  }

  /** As a client gives it back. */
  private static ItemFilter.Place again(ItemPage<?> page) {
    return ItemFilter.Place.parse(String.valueOf(page.next()));
  }

  @Test
  void decisionsAreFoundByWordsOfTheirTitlesAndReasons() {
    assertThat(queries.decisions(ALL).items())
        .extracting(DecisionView::title)
        .containsExactly("Use Kafka", "Use JWT");
    assertThat(queries.decisions(ALL.withText("store")).items())
        .singleElement()
        .returns("Use JWT", DecisionView::title)
        .returns("Sessions would need a store", DecisionView::rationale)
        .returns(List.of("auth"), DecisionView::tags);
    assertThat(queries.decisions(ALL.withTag("auth")).items()).hasSize(1);
    assertThat(queries.decisions(ALL.withText("bob")).items()).isEmpty();
  }

  @Test
  void contextIsFoundByBeginningsOfWordsCommonOnesToo() {
    assertThat(queries.context(ALL.withText("tok")).items())
        .extracting(ContextItemView::title)
        .containsExactly("Logging in");
    assertThat(queries.context(ALL.withText("will it not")).items()).hasSize(1);
    assertThat(queries.context(ALL.withText("token replicas")).items()).isEmpty();
    assertThat(queries.context(ALL.withText("bob")).items()).isEmpty();
  }

  @Test
  void aTextWithoutAWordIsRefused() {
    assertThatThrownBy(() -> ALL.withText(" ?! "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no word");
  }

  @Test
  void projectsAreThoseOfTheOwnersSessions() {
    assertThat(new ProjectQueries(DATABASE).of("ada", 10))
        .containsExactly(
            new ProjectView("docs", 1, Tracker.at("13:00"), Tracker.at("13:00")),
            new ProjectView("aidis", 2, Tracker.at("08:00"), Tracker.at("09:21")));
  }

  @Test
  void workspacesAreThoseOfTheOwnersSessions() {
    assertThat(new WorkspaceQueries(DATABASE).of("ada", 10))
        .extracting(WorkspaceView::name, WorkspaceView::sessions)
        .containsExactly(tuple("main", 2L), tuple("aside", 1L));
  }

  private List<String> titles(ItemFilter filter, @Nullable String status) {
    return queries.tasks(filter, status).items().stream()
        .map(task -> String.valueOf(task.title()))
        .toList();
  }
}
