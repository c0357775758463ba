package dev.aidis.queries;

import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_PAUSED;
import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static dev.aidis.schemas.ActivityType.TASK_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.queries.accomplishment.AccomplishmentQueries;
import dev.aidis.queries.context.ContextQueries;
import dev.aidis.queries.patterns.PatternQueries;
import dev.aidis.queries.stats.ClockQueries;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.StatsQueries;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/**
 * A question about some days touches the months of those days alone: it is answered while another
 * month is locked, as it is when it is detached.
 */
class OtherMonthsIT {
  private static final DataSource DATABASE = TestDatabase.migrated();
  private static final Tracker ADA = new Tracker("ada");
  private static final DateRange WEEK =
      new DateRange(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 17));

  private static Connection locking;

  @BeforeAll
  static void lockJuly() throws SQLException {
    ADA.did(TASK_CREATED, "2026-01-15T09:00:00Z")
        .did(taskAt("2026-03-12T09:00:00Z", TASK_CREATED))
        .did(SESSION_PAUSED, "2026-03-12T09:10:00Z")
        .did(HEARTBEAT, "2026-03-12T09:20:00Z")
        .did(taskAt("2026-03-12T09:30:00Z", TASK_COMPLETED))
        .did(HEARTBEAT, "2026-07-01T09:00:00Z")
        .writeTo(DATABASE);
    TestDatabase.execute(
        DATABASE,
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout TO 500', current_database()); END $$");
    locking = DATABASE.getConnection();
    locking.setAutoCommit(false);
    try (Statement statement = locking.createStatement()) {
      statement.execute("LOCK TABLE ONLY session_activities_2026_07 IN ACCESS EXCLUSIVE MODE");
    }
  }

  @AfterAll
  static void unlock() throws SQLException {
    locking.close();
  }

  static Map<String, Supplier<Object>> questions() {
    KnowledgeQueries knowledge = new KnowledgeQueries(DATABASE);
    UUID march = ADA.sessions().get(1).id();
    UUID[] both = {ADA.sessions().getFirst().id(), march};
    return Map.of(
        "tasks", () -> new SessionQueries(DATABASE).tasks("ada", march),
        "progress", () -> knowledge.progress("ada", march),
        "completed tasks", () -> knowledge.completedTasks("ada", march, 5),
        "timeline", () -> new TimelineQueries(DATABASE).latest("ada", march, 5),
        "clock", () -> new ClockQueries(DATABASE).of("ada", both),
        "context", () -> new ContextQueries(DATABASE).of("ada", march, Tracker.at("12:00")),
        "statistics", () -> new StatsQueries(DATABASE).of(Scope.of("ada"), WEEK, ZoneOffset.UTC),
        "patterns", () -> new PatternQueries(DATABASE).of(Scope.of("ada"), WEEK, ZoneOffset.UTC));
  }

  static Set<String> names() {
    return questions().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aQuestionIsAnsweredWhileAnotherMonthIsLocked(String name) {
    // Given
    Supplier<Object> question = Objects.requireNonNull(questions().get(name));

    // When, Then
    assertThat(question.get()).isNotNull();
  }

  @Test
  void theLockHoldsUpWhoNeedsThatMonth() {
    // Given
    AccomplishmentQueries all = new AccomplishmentQueries(DATABASE);

    // When, Then
    assertThatThrownBy(() -> all.ofLast(Scope.of("ada"), 5))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("lock timeout");
  }

  private static ActivityBuilder taskAt(String time, ActivityType type) {
    Instant at = Instant.parse(time);
    return ADA.activity(new UUID(at.getEpochSecond(), 1), type, at).taskId(new UUID(5, 5));
  }
}
