package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.DeadLetter;
import dev.aidis.schemas.DeadLetter.Source;
import dev.aidis.schemas.Topics;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether everything told so far has come out right. */
final class Verdict {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

  private static final String WRITTEN = "SELECT count(*) FROM session_activities";

  private final Evidence cluster;
  private final SessionRules rules;
  private final Clock clock;
  private final List<Instant> restarts = new ArrayList<>();

  Verdict(Evidence cluster, SessionRules rules, Clock clock) {
    this.cluster = cluster;
    this.rules = rules;
    this.clock = clock;
  }

  /** To be called when no processor runs, before they are started: see {@link FalseTimeouts}. */
  void allProcessorsRestart() {
    restarts.add(clock.instant());
  }

  /**
   * Waits until all that is in the log has been processed and written, and fails if a row, an
   * update or a timeout is not as it must be, or the dead letters are not the records that nobody
   * can read, each once.
   *
   * @return the number of activities in the log
   */
  int awaitRight(UpdatesTopic updates) {
    ActivityLog log = ActivityLog.read(cluster.bootstrapServers());
    await("an update of each activity, and each session told")
        .atMost(PATIENCE)
        .pollInterval(AGAIN_AFTER)
        .failFast(updates::assertLawful)
        .until(() -> updates.activities().size() >= log.ids().size() && updates.isAllTold());
    assertSame("activities with an update", log.ids(), updates.activities());
    awaitRows(log);
    updates.assertLawful();
    assertThat(new FalseTimeouts(log, rules).among(updates.timeouts(), restarts))
        .as("false timeouts")
        .isEmpty();
    Set<Source> unreadable = new HashSet<>(log.unreadable());
    unreadable.addAll(updates.unreadable());
    assertThat(deadLetters()).as("dead letters").containsExactlyInAnyOrderElementsOf(unreadable);
    return log.ids().size();
  }

  private void awaitRows(ActivityLog log) {
    await("all rows")
        .atMost(PATIENCE)
        .pollInterval(AGAIN_AFTER)
        .ignoreException(SQLException.class)
        .until(() -> Integer.parseInt(cluster.rows(WRITTEN).getFirst()) >= log.ids().size());
    await("the right rows")
        .atMost(PATIENCE)
        .pollInterval(AGAIN_AFTER)
        .untilAsserted(
            () -> {
              ExpectedRows expected = ExpectedRows.of(log, rules, clock.instant());
              assertSame("sessions", expected.sessions(), cluster.rows(ActualRows.SESSIONS));
              assertSame("activities", expected.activities(), cluster.rows(ActualRows.ACTIVITIES));
              assertSame("files", expected.files(), cluster.rows(ActualRows.FILES));
            });
  }

  private List<@Nullable Source> deadLetters() {
    List<@Nullable Source> found = new ArrayList<>();
    try (TopicReader topic = new TopicReader(cluster.bootstrapServers(), Topics.DEAD_LETTERS)) {
      topic.readToEnd(letter -> found.add(DeadLetter.of(letter.headers()).source()));
    }
    return found;
  }

  /** Tells the first differences, not thousands of rows. */
  private static void assertSame(String what, Iterable<?> expected, Iterable<?> actual) {
    Set<Object> missing = new HashSet<>();
    Set<Object> unexpected = new HashSet<>();
    expected.forEach(missing::add);
    int count = missing.size();
    int found = 0;
    for (Object one : actual) {
      found++;
      if (!missing.remove(one)) {
        unexpected.add(one);
      }
    }
    assertThat(missing.stream().limit(5)).as("missing %s of %d", what, count).isEmpty();
    assertThat(unexpected.stream().limit(5)).as("unexpected %s", what).isEmpty();
    assertThat(found).as("number of " + what).isEqualTo(count);
  }
}
