package dev.aidis.queries.stats;

import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.PROMPT_SUBMITTED;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_PAUSED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.queries.Scope;
import dev.aidis.queries.TestDatabase;
import dev.aidis.queries.Tracker;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class StatisticsIT {
  private static final Scope ADA = Scope.of("ada");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DataSource DATABASE = TestDatabase.migrated();

  private final StatsQueries queries = new StatsQueries(DATABASE);

  StatisticsIT() {
    TestDatabase.execute(
        DATABASE, "TRUNCATE sessions, session_activities, tasks, projects CASCADE");
  }

  @Test
  void twoWorkspacesAtOnceCountTheClockOnce() throws SQLException {
    // Given
    write(
        session("ada", "main", "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z"),
        session("ada", "side", "2026-03-02T09:30:00Z", "2026-03-02T10:30:00Z"));

    // When
    Statistics day = statistics("2026-03-02", ZoneOffset.UTC);

    // Then
    assertThat(day.sessions()).isEqualTo(2);
    assertThat(day.clock()).isEqualTo(Duration.ofMinutes(90));
    assertThat(day.averageSession()).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void activeTimeOfSessionsAtOnceIsNeverMoreThanTheClockShowed() throws SQLException {
    // Given
    Tracker main = new Tracker("ada");
    Tracker side = new Tracker("ada", "side");
    for (String minute : List.of("00", "10", "20", "30")) {
      main.did(HEARTBEAT, "2026-03-02T09:" + minute + ":00Z");
      side.did(HEARTBEAT, "2026-03-02T09:" + minute + ":00Z");
    }
    write(main, side);

    // When, Then
    assertThat(statistics("2026-03-02", ZoneOffset.UTC).active()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aSessionOverMidnightIsSplitWhileItsCountsBelongToItsFirstDay() throws SQLException {
    // Given
    write(
        new Tracker("ada")
            .did(TASK_CREATED, "2026-03-02T23:00:00Z")
            .did(DECISION_MADE, "2026-03-03T00:30:00Z"));

    // When
    Statistics both = queries.of(ADA, days("2026-03-02", "2026-03-03"), ZoneOffset.UTC);
    Statistics second = statistics("2026-03-03", ZoneOffset.UTC);

    // Then
    assertThat(both.days())
        .extracting(DayTotals::clock)
        .containsExactly(Duration.ofMinutes(60), Duration.ofMinutes(30));
    assertThat(both.days()).extracting(DayTotals::sessions).containsExactly(1L, 0L);
    assertThat(both.days().getFirst().counters().decisionsMade()).isEqualTo(1);
    assertThat(second.clock()).isEqualTo(Duration.ofMinutes(30));
    assertThat(second.sessions()).isZero();
    assertThat(second.averageScore()).isNull();
  }

  @Test
  void aPauseIsNoTimeUnlessAnotherSessionGoesOn() throws SQLException {
    // Given
    write(
        new Tracker("ada")
            .did(HEARTBEAT, "2026-03-02T09:00:00Z")
            .did(SESSION_PAUSED, "2026-03-02T10:00:00Z")
            .did(HEARTBEAT, "2026-03-02T11:00:00Z")
            .did(HEARTBEAT, "2026-03-02T11:30:00Z"),
        session("ada", "side", "2026-03-02T10:40:00Z", "2026-03-02T11:10:00Z"));

    // When, Then
    assertThat(statistics("2026-03-02", ZoneOffset.UTC).clock()).isEqualTo(Duration.ofMinutes(110));
  }

  @Test
  void theDayTheClockGoesForwardHasTwentyThreeHours() throws SQLException {
    // Given
    write(session("ada", "main", "2026-03-28T22:30:00Z", "2026-03-29T22:30:00Z"));

    // When
    Statistics weekend = queries.of(ADA, days("2026-03-28", "2026-03-30"), BERLIN);

    // Then
    assertThat(weekend.days())
        .extracting(DayTotals::date, DayTotals::clock)
        .containsExactly(
            tuple(LocalDate.of(2026, 3, 28), Duration.ofMinutes(30)),
            tuple(LocalDate.of(2026, 3, 29), Duration.ofHours(23)),
            tuple(LocalDate.of(2026, 3, 30), Duration.ofMinutes(30)));
  }

  @Test
  void theDayTheClockGoesBackHasTwentyFiveHours() throws SQLException {
    // Given
    write(
        session("ada", "main", "2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z"),
        session("ada", "side", "2026-10-25T21:00:00Z", "2026-10-25T23:30:00Z"));

    // When, Then
    assertThat(statistics("2026-10-25", BERLIN).clock()).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void theSamePeriodBeforeStandsBesideIt() throws SQLException {
    // Given
    write(
        new Tracker("ada")
            .did(TASK_CREATED, "2026-02-25T09:00:00Z")
            .did(SESSION_ENDED, "2026-02-25T10:00:00Z")
            .did(PROMPT_SUBMITTED, "2026-03-02T09:00:00Z")
            .did(PROMPT_SUBMITTED, "2026-03-02T09:10:00Z"));

    // When
    StatisticsReport week =
        queries.report(
            ADA, Period.Calendar.WEEK, ZoneOffset.UTC, Instant.parse("2026-03-04T12:00:00Z"));

    // Then
    assertThat(week.running()).isTrue();
    assertThat(week.current().range()).isEqualTo(days("2026-03-02", "2026-03-08"));
    assertThat(week.current().counters().prompts()).isEqualTo(2);
    assertThat(week.previous()).isNotNull();
    assertThat(week.previous().range()).isEqualTo(days("2026-02-23", "2026-03-01"));
    assertThat(week.previous().counters().tasksCreated()).isEqualTo(1);
    assertThat(week.previous().clock()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void everythingGoesFromTheFirstDayToTheLastAndHasNothingBefore() throws SQLException {
    // Given
    write(
        session("ada", "main", "2025-06-01T23:30:00Z", "2025-06-01T23:50:00Z"),
        session("ada", "side", "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z"));

    // When
    StatisticsReport all =
        queries.report(ADA, new Period.All(), BERLIN, Instant.parse("2026-03-04T12:00:00Z"));

    // Then
    assertThat(all.current().range()).isEqualTo(days("2025-06-02", "2026-03-02"));
    assertThat(all.current().sessions()).isEqualTo(2);
    assertThat(all.previous()).isNull();
  }

  @Test
  void withoutSessionsThereIsNothingToDivideBy() {
    // When
    Statistics nothing = statistics("2026-03-02", ZoneOffset.UTC);

    // Then
    assertThat(nothing.sessions()).isZero();
    assertThat(nothing.clock()).isZero();
    assertThat(nothing.averageScore()).isNull();
    assertThat(nothing.averageSession()).isNull();
    assertThat(nothing.completionRate()).isEmpty();
    assertThat(nothing.mostProductiveDay()).isEmpty();
    assertThat(nothing.preferredModel()).isEmpty();
    assertThat(nothing.days()).isEmpty();
  }

  @Test
  void theMostProductiveDayHasTheHighestMeanScore() throws SQLException {
    // Given
    write(
        new Tracker("ada")
            .did(HEARTBEAT, "2026-03-02T09:00:00Z")
            .did(HEARTBEAT, "2026-03-02T09:30:00Z")
            .did(TASK_CREATED, "2026-03-03T09:00:00Z")
            .did(TASK_COMPLETED, "2026-03-03T09:10:00Z"));

    // When
    Statistics week = queries.of(ADA, days("2026-03-02", "2026-03-08"), ZoneOffset.UTC);

    // Then
    assertThat(week.mostProductiveDay()).map(DayTotals::date).contains(LocalDate.of(2026, 3, 3));
  }

  @Test
  void statisticsAreNarrowedToAProjectAModelATagAndAMachine() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    ada.did(
            ada.activity(new UUID(5, 1), SESSION_STARTED, Instant.parse("2026-03-02T09:00:00Z"))
                .project("one")
                .aiModel("opus")
                .tags(List.of("bug-fix", "review")))
        .did(
            ada.activity(new UUID(5, 2), SESSION_STARTED, Instant.parse("2026-03-02T12:00:00Z"))
                .project("two")
                .machine("desktop")
                .aiModel("sonnet")
                .tags(List.of("review")));
    write(ada);

    // When, Then
    assertThat(sessions(ADA.withProject("one"))).isEqualTo(1);
    assertThat(sessions(ADA.withModel("sonnet"))).isEqualTo(1);
    assertThat(sessions(ADA.withTag("review"))).isEqualTo(2);
    assertThat(sessions(ADA.withTag("bug-fix"))).isEqualTo(1);
    assertThat(sessions(ADA.withMachine("desktop"))).isEqualTo(1);
    assertThat(sessions(ADA.withProject("one").withTag("none"))).isZero();
    assertThat(statistics("2026-03-02", ZoneOffset.UTC).tags())
        .extracting(GroupTotals::name, GroupTotals::sessions)
        .containsExactly(tuple("review", 2L), tuple("bug-fix", 1L));
  }

  @Test
  void anotherOwnersSessionsAreInNoStatistics() throws SQLException {
    // Given
    write(session("bob", "main", "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z"));

    // When
    StatisticsReport all =
        queries.report(ADA, new Period.All(), BERLIN, Instant.parse("2026-03-04T12:00:00Z"));

    // Then
    assertThat(all.current().sessions()).isZero();
    assertThat(all.current().clock()).isZero();
    assertThat(all.current().active()).isZero();
    assertThat(statistics("2026-03-02", ZoneOffset.UTC).days()).isEmpty();
  }

  private long sessions(Scope scope) {
    return queries.of(scope, days("2026-03-02", "2026-03-02"), ZoneOffset.UTC).sessions();
  }

  private Statistics statistics(String day, ZoneId zone) {
    return queries.of(ADA, days(day, day), zone);
  }

  private static DateRange days(String first, String last) {
    return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
  }

  /** Activity each hour, so that it is one session. */
  private static Tracker session(String owner, String workspace, String from, String until) {
    Tracker tracker = new Tracker(owner, workspace);
    Instant end = Instant.parse(until);
    for (Instant at = Instant.parse(from); at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
      tracker.did(HEARTBEAT, at.toString());
    }
    return tracker.did(HEARTBEAT, until);
  }

  private static void write(Tracker... trackers) throws SQLException {
    for (Tracker tracker : trackers) {
      tracker.writeTo(DATABASE);
    }
  }
}
