package dev.aidis.queries.patterns;

import static dev.aidis.schemas.ActivityType.DECISION_MADE;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.queries.Scope;
import dev.aidis.queries.TestDatabase;
import dev.aidis.queries.Tracker;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PatternsIT {
  private static final Scope ADA = Scope.of("ada");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final DateRange SPRING =
      new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31));
  private static final DataSource DATABASE = TestDatabase.migrated();

  private final PatternQueries queries = new PatternQueries(DATABASE);
  private final Tracker ada = new Tracker("ada");

  PatternsIT() {
    TestDatabase.execute(
        DATABASE, "TRUNCATE sessions, session_activities, tasks, projects CASCADE");
  }

  @Test
  void tuesdayMorningsAreFoundWithTheNumbersBehindThem() throws SQLException {
    // Given eight weeks, over the change of the clock
    for (int week = 0; week < 8; week++) {
      LocalDate monday = MONDAY.plusWeeks(week);
      idle(monday.atTime(15, 0), week % 3);
      productive(monday.plusDays(1).atTime(9, 30), week % 3);
      idle(monday.plusDays(3).atTime(10, 0), week % 2);
    }
    ada.writeTo(DATABASE);

    // When
    Patterns patterns = queries.of(ADA, SPRING, BERLIN);

    // Then
    assertThat(patterns.sessions()).isEqualTo(24);
    assertThat(patterns.mostProductiveTime())
        .map(Finding::sentence)
        .contains(
            "Most productive on Tuesday mornings: 42.6 on average in 8 sessions on 8 days, 40.6"
                + " points more than in the other 16 (2.1).");
    assertThat(patterns.remark()).isNull();
  }

  @Test
  void inAnotherZoneItIsAnotherTime() throws SQLException {
    // Given sessions on Tuesdays at 9:30 in Berlin
    for (int week = 0; week < 6; week++) {
      idle(MONDAY.plusWeeks(week).atTime(22, 0), week % 2);
      productive(MONDAY.plusWeeks(week).plusDays(1).atTime(9, 30), week % 2);
    }
    ada.writeTo(DATABASE);

    // When
    Patterns inHawaii = queries.of(ADA, SPRING, ZoneId.of("Pacific/Honolulu"));

    // Then 21:30 on Monday, and 22:30 before the clock changes in Berlin
    assertThat(inHawaii.mostProductiveTime())
        .map(finding -> finding.cell().name())
        .contains("Monday evening");
  }

  @Test
  void fewSessionsMakeNoPattern() throws SQLException {
    // Given
    productive(MONDAY.atTime(9, 0), 1);
    idle(MONDAY.plusDays(1).atTime(9, 0), 0);
    ada.writeTo(DATABASE);

    // When
    Patterns patterns = queries.of(ADA, SPRING, BERLIN);

    // Then
    assertThat(patterns.findings()).isEmpty();
    assertThat(patterns.mostProductiveTime()).isEmpty();
    assertThat(patterns.remark())
        .isEqualTo(
            "2 closed sessions on 2 days are too few: a pattern needs 5 sessions on 3 days, and as"
                + " many others to compare with.");
  }

  @Test
  void manySessionsOfOneDayMakeNoPattern() throws SQLException {
    // Given seven good sessions, all on one Tuesday
    for (int i = 0; i < 7; i++) {
      productive(MONDAY.plusDays(1).atTime(6 + i, 0), i % 2);
    }
    for (int i = 0; i < 7; i++) {
      idle(MONDAY.plusDays(2 + i).atTime(15, 0), i % 2);
    }
    ada.writeTo(DATABASE);

    // When
    Patterns patterns = queries.of(ADA, SPRING, BERLIN);

    // Then
    assertThat(patterns.findings())
        .extracting(finding -> finding.cell().name())
        .doesNotContain("Tuesday", "Tuesday morning", "9:00");
  }

  @Test
  void equalSessionsMakeNoPattern() throws SQLException {
    // Given
    for (int day = 0; day < 30; day++) {
      productive(MONDAY.plusDays(day).atTime(9 + day % 2 * 6, 0), 1);
    }
    ada.writeTo(DATABASE);

    // When
    Patterns patterns = queries.of(ADA, SPRING, BERLIN);

    // Then
    assertThat(patterns.findings()).isEmpty();
    assertThat(patterns.remark())
        .isEqualTo(
            "None of the differences among the 30 sessions is both 5 points or more and unlikely to"
                + " be chance.");
  }

  @Test
  void tagsAndModelsAreComparedToo() throws SQLException {
    // Given
    for (int day = 0; day < 12; day++) {
      boolean good = day % 2 == 0;
      ada.did(
          activity(SESSION_STARTED, MONDAY.plusDays(day).atTime(9, 0))
              .tags(List.of(good ? "focus" : "chores"))
              .aiModel(good ? "opus" : "haiku"));
      if (good) {
        tasks(MONDAY.plusDays(day).atTime(9, 1), day % 3);
      }
      ada.did(activity(SESSION_ENDED, MONDAY.plusDays(day).atTime(9, 30)));
    }
    ada.writeTo(DATABASE);

    // When
    List<Finding> findings = queries.of(ADA, SPRING, BERLIN).findings();

    // Then
    assertThat(findings)
        .extracting(Finding::sentence)
        .anySatisfy(
            sentence -> assertThat(sentence).startsWith("Most productive with the tag focus: "))
        .anySatisfy(sentence -> assertThat(sentence).startsWith("Most productive with opus: "))
        .anySatisfy(sentence -> assertThat(sentence).startsWith("Least productive with haiku: "));
  }

  @Test
  void openSessionsDoNotCountAndTheWeekShowsTheTimeOfAll() throws SQLException {
    // Given a closed session and one that goes on
    idle(MONDAY.atTime(9, 30), 0);
    ada.did(activity(HEARTBEAT, MONDAY.atTime(15, 50)));
    ada.did(activity(HEARTBEAT, MONDAY.atTime(16, 10))).writeTo(DATABASE);

    // When
    Patterns patterns = queries.of(ADA, SPRING, BERLIN);

    // Then
    assertThat(patterns.sessions()).isEqualTo(1);
    assertThat(patterns.week())
        .extracting(HourCell::weekday, HourCell::hour, HourCell::clock, HourCell::sessions)
        .containsExactly(
            tuple(DayOfWeek.MONDAY, 9, Duration.ofMinutes(20), 1L),
            tuple(DayOfWeek.MONDAY, 15, Duration.ofMinutes(10), 0L),
            tuple(DayOfWeek.MONDAY, 16, Duration.ofMinutes(10), 0L));
  }

  @Test
  void withoutSessionsNothingIsSaid() {
    // When
    Patterns patterns = queries.of(ADA, SPRING, ZoneOffset.UTC);

    // Then
    assertThat(patterns.averageScore()).isNull();
    assertThat(patterns.week()).isEmpty();
    assertThat(patterns.cells()).isEmpty();
    assertThat(patterns.remark()).startsWith("0 closed sessions on 0 days are too few");
  }

  /** Twenty minutes with one task, completed; 40 points, and three for each decision. */
  private void productive(LocalDateTime at, int decisions) {
    tasks(at, decisions);
    ada.did(activity(SESSION_ENDED, at.plusMinutes(20)));
  }

  private void tasks(LocalDateTime at, int decisions) {
    ada.did(activity(TASK_CREATED, at).taskId(Ids.nameBased("task " + at)))
        .did(activity(TASK_COMPLETED, at.plusMinutes(1)).taskId(Ids.nameBased("task " + at)));
    decide(at.plusMinutes(2), decisions);
  }

  /** Twenty minutes; three points for each decision. */
  private void idle(LocalDateTime at, int decisions) {
    ada.did(activity(HEARTBEAT, at));
    decide(at.plusMinutes(2), decisions);
    ada.did(activity(SESSION_ENDED, at.plusMinutes(20)));
  }

  private void decide(LocalDateTime at, int decisions) {
    for (int i = 0; i < decisions; i++) {
      LocalDateTime then = at.plusMinutes(i);
      ada.did(activity(DECISION_MADE, then).decisionId(Ids.nameBased("decision " + then)));
    }
  }

  private ActivityBuilder activity(ActivityType type, LocalDateTime inBerlin) {
    Instant at = inBerlin.atZone(BERLIN).toInstant();
    return ada.activity(Ids.nameBased(at + " " + type), type, at);
  }
}
