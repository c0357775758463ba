package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.domain.SessionRules;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import dev.aidis.standalone.failure.UpdatesTopic.Timeout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Timeouts by the wall clock, with a gap of seconds. */
class ShortGapIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration GAP = Duration.ofSeconds(3);
  private static final Duration LATEST = GAP.plusSeconds(2);
  private static final SessionRules RULES = new SessionRules(GAP, Duration.ofHours(24), GAP);

  /** To see how late something is that is too late. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String TIMED_OUT =
      """
      SELECT owner FROM sessions WHERE status = 'timeout' AND owner LIKE 'quiet-%'
      """;

  private static Cluster cluster;
  private static ActivityProducer producer;
  private static UpdatesTopic updates;

  @BeforeAll
  static void startCluster() throws IOException, ExecutionException, InterruptedException {
    cluster =
        new Cluster(
            Path.of("target", "failure", "short-gap").toAbsolutePath(),
            Map.of("inactivity-gap", GAP.toSeconds() + "s"));
    cluster.makeTopics();
    producer = new ActivityProducer(cluster.bootstrapServers());
    updates = new UpdatesTopic(cluster.bootstrapServers(), CLOCK);
    List.of("a", "b").forEach(cluster::startProcessor);
    cluster.startSink("1");
    cluster.awaitSteady();
  }

  @AfterAll
  static void stopCluster() {
    updates.close();
    producer.close();
    cluster.close();
  }

  @Test
  void onPartitionsWhereNothingElseHappensSessionsTimeOutWithinTheGapAndTwoSeconds() {
    // Given
    workAndFallQuiet();
    List<TrackerKey> owners =
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToObj(partition -> SteadyOwners.ownerIn(partition, "quiet-"))
            .toList();

    // When
    Instant lastActivity = CLOCK.instant();
    owners.forEach(owner -> producer.send(prompt(owner, lastActivity)));

    // Then
    Map<String, Duration> rows = rowsThatTimedOut(lastActivity, owners.size());
    assertThat(rows.values()).allSatisfy(time -> assertThat(time).isBetween(GAP, LATEST));
    assertThat(owners)
        .allSatisfy(owner -> assertThat(timeoutOf(owner, lastActivity)).isBetween(GAP, LATEST));
    System.out.println(
        "[failure] timed out after a gap of %s: published after %s, in the database after %s"
            .formatted(
                GAP,
                owners.stream().map(owner -> timeoutOf(owner, lastActivity)).sorted().toList(),
                rows.values().stream().sorted().toList()));
  }

  @Test
  void afterAnOutageOfManyGapsNothingIsTimedOutThatTheBacklogContinues()
      throws InterruptedException {
    // Given
    try (SteadyOwners steady = new SteadyOwners(producer, CLOCK.millis(), CLOCK)) {
      steady.awaitFlow(CLOCK.instant(), updates);
      cluster.processor("a").kill();
      cluster.processor("b").kill();
      Instant killed = CLOCK.instant();
      await().atMost(GAP.multipliedBy(5)).pollDelay(GAP.multipliedBy(4)).until(() -> true);
      Instant restarted = CLOCK.instant();

      // When
      List.of("a", "b").forEach(cluster::startProcessor);
      steady.awaitFlow(restarted, updates);

      // Then
      assertThat(updates.timeouts())
          .filteredOn(timeout -> timeout.publishedAt().isAfter(killed))
          .filteredOn(timeout -> steady.owners().contains(timeout.session().trackerKey()))
          .isEmpty();
    }
    new Verdict(cluster, RULES, CLOCK).awaitRight(updates);
  }

  /** So that what is measured is not the first thing that new processes do. */
  private static void workAndFallQuiet() {
    try (SteadyOwners steady = new SteadyOwners(producer, CLOCK.millis(), CLOCK)) {
      steady.awaitFlow(CLOCK.instant(), updates);
    }
    new Verdict(cluster, RULES, CLOCK).awaitRight(updates);
    await()
        .atMost(PATIENCE)
        .until(() -> cluster.rows("SELECT 1 FROM sessions WHERE status = 'active'").isEmpty());
  }

  /** The owners whose session is so in the database, and how long after that moment it was seen. */
  private static Map<String, Duration> rowsThatTimedOut(Instant since, int expected) {
    Map<String, Duration> seen = new HashMap<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              note(cluster.rows(TIMED_OUT), Duration.between(since, CLOCK.instant()), seen);
              return seen.size() == expected;
            });
    return seen;
  }

  private static void note(List<String> owners, Duration after, Map<String, Duration> seen) {
    owners.forEach(owner -> seen.putIfAbsent(owner, after));
  }

  private static Duration timeoutOf(TrackerKey owner, Instant since) {
    List<Timeout> of =
        updates.timeouts().stream()
            .filter(timeout -> timeout.session().trackerKey().equals(owner))
            .toList();
    assertThat(of).as("timeouts of %s", owner).hasSize(1);
    return Duration.between(since, of.getFirst().shownAt());
  }

  private static Activity prompt(TrackerKey owner, Instant at) {
    return Activity.builder(UUID.randomUUID(), ActivityType.PROMPT_SUBMITTED)
        .occurredAt(at)
        .owner(owner.owner())
        .machine("desk")
        .build();
  }
}
