package dev.aidis.queries;

import static dev.aidis.schemas.ActivityType.GOAL_SET;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static dev.aidis.schemas.ActivityType.TASK_IN_PROGRESS;
import static dev.aidis.schemas.ActivityType.TOKENS_USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.archive.MonthArchive;
import dev.aidis.queries.accomplishment.AccomplishmentQueries;
import dev.aidis.queries.accomplishment.SessionAccomplishment;
import dev.aidis.queries.context.ContextQueries;
import dev.aidis.queries.context.SessionContext;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.ModelTokens;
import dev.aidis.queries.stats.Statistics;
import dev.aidis.queries.stats.StatsQueries;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of sessions whose activities have been archived. */
class ArchivedMonthIT {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final Scope ADA = Scope.of("ada");

  @TempDir private Path directory;
  private final DataSource database = TestDatabase.migrated();
  private final Tracker ada = new Tracker("ada");

  @Test
  void aContextIsAboutTheSameTasksAndSaysWhichMonthIsMissing() throws SQLException {
    // Given
    threeSessions();
    List<SessionContext> before = contexts();

    // When
    archive(MARCH);

    // Then
    List<SessionContext> after = contexts();
    assertThat(before)
        .extracting(SessionContext::tasks)
        .containsExactly(
            new TaskProgress(2, 0, 0), new TaskProgress(2, 0, 1), new TaskProgress(1, 0, 0));
    assertThat(after)
        .extracting(SessionContext::tasks, SessionContext::advice)
        .containsExactlyElementsOf(
            before.stream().map(one -> tuple(one.tasks(), one.advice())).toList());
    assertThat(before).extracting(SessionContext::archivedMonths).containsOnly(List.of());
    assertThat(after).extracting(SessionContext::archivedMonths).containsOnly(List.of(MARCH));
  }

  @Test
  void whatWasAccomplishedIsTheSame() throws SQLException {
    // Given
    threeSessions();
    List<SessionAccomplishment> before = accomplishments();

    // When
    archive(MARCH);

    // Then
    assertThat(before)
        .extracting(SessionAccomplishment::progress)
        .containsExactly(
            new TaskProgress(1, 0, 0), new TaskProgress(2, 0, 1), new TaskProgress(0, 1, 1));
    assertThat(accomplishments()).isEqualTo(before);
  }

  @Test
  void itsTokensAreOneSumBesideThoseOfTheModelsOfOtherMonths() throws SQLException {
    // Given
    tokens("2026-01-15T09:00:00Z", "opus", 1_000);
    tokens("2026-01-15T09:10:00Z", "sonnet", 200);
    tokens("2026-03-02T09:00:00Z", "sonnet", 30);
    ada.writeTo(database);
    Statistics before = year();

    // When
    archive(YearMonth.of(2026, 1));

    // Then
    Statistics after = year();
    assertThat(before.tokens())
        .extracting(ModelTokens::model, model -> model.usage().inputTokens())
        .containsExactly(tuple("opus", 1_000L), tuple("sonnet", 230L));
    assertThat(after.tokens())
        .extracting(ModelTokens::model, model -> model.usage().inputTokens())
        .containsExactly(tuple("sonnet", 30L), tuple("archived", 1_200L));
    assertThat(after.counters()).isEqualTo(before.counters());
  }

  /** Tasks that end where they began, go on in a later session, or are left. */
  private void threeSessions() throws SQLException {
    ada.did(1, SESSION_STARTED, "09:00");
    task(51, "Goes on", "09:10");
    task(52, "Taken up", "09:11");
    ada.did(ada.activity(2, TASK_IN_PROGRESS, "09:12").taskId(Tracker.id(52)))
        .did(3, SESSION_ENDED, "09:13")
        .did(4, SESSION_STARTED, "10:00")
        .did(ada.activity(5, GOAL_SET, "10:01").body("Refactor"));
    task(53, "Done", "10:02");
    task(54, "Left", "10:03");
    done(52, "10:10");
    done(53, "10:11");
    ada.did(6, SESSION_ENDED, "10:12").did(7, SESSION_STARTED, "11:00");
    done(51, "11:10");
    ada.writeTo(database);
  }

  private void task(int id, String title, String time) {
    ada.did(ada.activity(1_000 + id, TASK_CREATED, time).taskId(Tracker.id(id)).title(title));
  }

  private void done(int id, String time) {
    ada.did(ada.activity(2_000 + id, TASK_COMPLETED, time).taskId(Tracker.id(id)));
  }

  private void tokens(String time, String model, int input) {
    Instant at = Instant.parse(time);
    ada.did(
        ada.activity(new UUID(7, at.getEpochSecond()), TOKENS_USED, at)
            .aiModel(model)
            .attribute("input_tokens", Integer.toString(input)));
  }

  private void archive(YearMonth month) throws SQLException {
    assertThat(new MonthArchive(database, directory).archive(month).rows()).isPositive();
  }

  private List<SessionContext> contexts() {
    ContextQueries queries = new ContextQueries(database);
    return ada.sessions().stream()
        .map(session -> queries.of("ada", session.id(), Tracker.at("12:00")).orElseThrow())
        .toList();
  }

  private List<SessionAccomplishment> accomplishments() {
    return new AccomplishmentQueries(database).ofLast(ADA, 5).sessions();
  }

  private Statistics year() {
    DateRange year = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    return new StatsQueries(database).of(ADA, year, ZoneOffset.UTC);
  }
}
