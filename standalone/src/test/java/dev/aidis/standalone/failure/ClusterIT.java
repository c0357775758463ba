package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.SessionRules;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Three processors and two sinks, under load: whatever happens to them, the database is what {@link
 * Verdict} says it must be. All tests tell to one log, and each is judged over all that was told so
 * far. {@code -Daidis.failure.seed=…} repeats what was told; {@code -Daidis.failure.soak=PT5M}
 * kills for longer.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final long SEED = Long.getLong("aidis.failure.seed", CLOCK.millis());
  private static final Duration SOAK =
      Duration.parse(System.getProperty("aidis.failure.soak", "PT25S"));
  private static final Duration GREATEST_OUTAGE = Duration.ofSeconds(10);
  private static final int PER_SECOND = 200;
  private static final int BACKLOG = 4_000;

  private static final Random RANDOM = new Random(SEED);
  private static Cluster cluster;
  private static ActivityProducer producer;
  private static UpdatesTopic updates;
  private static Verdict verdict;

  private RandomLoad load;
  private SteadyOwners steady;

  @BeforeAll
  static void startCluster() throws IOException, ExecutionException, InterruptedException {
    say("seed " + SEED);
    cluster = new Cluster(Path.of("target", "failure", "cluster").toAbsolutePath(), Map.of());
    cluster.makeTopics();
    producer = new ActivityProducer(cluster.bootstrapServers());
    updates = new UpdatesTopic(cluster.bootstrapServers(), CLOCK);
    verdict = new Verdict(cluster, SessionRules.DEFAULT, CLOCK);
    startServices();
    cluster.awaitSteady();
  }

  @AfterAll
  static void stopCluster() {
    updates.close();
    producer.close();
    cluster.close();
  }

  @BeforeEach
  void beginLoad() {
    steady = new SteadyOwners(producer, RANDOM.nextLong(), CLOCK);
    load = new RandomLoad(producer, RANDOM.nextLong(), CLOCK.instant()).begin(PER_SECOND);
  }

  @AfterEach
  void endLoad() {
    load.close();
    steady.close();
  }

  @Test
  void killsAtRandomMomentsLoseAndDoubleNothingAndStopNobodyForLong() throws InterruptedException {
    // Given
    List<Duration> outages = new ArrayList<>();
    Instant end = CLOCK.instant().plus(SOAK);

    // When
    do {
      steady.awaitFlow(CLOCK.instant(), updates);
      pause(Duration.ofMillis(RANDOM.nextInt(1_500)));
      outages.add(killOneAndStartItAgain());
    } while (CLOCK.instant().isBefore(end));

    // Then
    judge();
    say("outages after %d kills: %s".formatted(outages.size(), outages));
    assertThat(outages).allMatch(outage -> outage.compareTo(GREATEST_OUTAGE) < 0);
  }

  private Duration killOneAndStartItAgain() throws InterruptedException {
    String name = List.of("a", "b", "c").get(RANDOM.nextInt(3));
    cluster.processor(name).kill();
    Instant killed = CLOCK.instant();
    String sink = List.of("1", "2").get(RANDOM.nextInt(2));
    cluster.sink(sink).kill();
    Duration outage = steady.awaitFlow(killed, updates);
    say("outage of %s after processor %s was killed".formatted(outage, name));
    cluster.startProcessor(name);
    cluster.startSink(sink);
    cluster.awaitSteady();
    return outage;
  }

  @Test
  void aFrozenProcessorAndAFrozenSinkThatComeBackChangeNothing()
      throws IOException, InterruptedException {
    // Given
    steady.awaitFlow(CLOCK.instant(), updates);
    cluster.processor("b").freeze();
    cluster.sink("1").freeze();
    say("outage of %s after a freeze".formatted(steady.awaitFlow(CLOCK.instant(), updates)));

    // When
    cluster.processor("b").thaw();
    cluster.sink("1").thaw();
    cluster.awaitSteady();

    // Then
    judge();
  }

  @Test
  void instancesThatJoinAndLeaveUnderLoadChangeNothing() throws InterruptedException {
    // Given
    steady.awaitFlow(CLOCK.instant(), updates);

    // When
    cluster.startProcessor("d");
    cluster.startSink("3");
    cluster.awaitSteady();
    cluster.stopProcessor("a");
    cluster.stopSink("1");
    Duration outage = steady.awaitFlow(CLOCK.instant(), updates);
    cluster.awaitSteady();

    // Then
    judge();
    say("outage of %s after a processor left".formatted(outage));
    cluster.stopProcessor("d");
    cluster.stopSink("3");
    cluster.startProcessor("a");
    cluster.startSink("1");
    cluster.awaitSteady();
  }

  @Test
  void lostStateIsRestoredAndABacklogOfHoursTimesOutNothingThatItContinues()
      throws IOException, InterruptedException {
    // Given
    steady.awaitFlow(CLOCK.instant(), updates);
    cluster.stopServices();
    for (String name : List.of("a", "b", "c")) {
      cluster.loseStateOf(name);
    }
    load.tell(BACKLOG);
    producer.flush();

    // When
    verdict.allProcessorsRestart();
    startServices();
    steady.awaitFlow(CLOCK.instant(), updates);

    // Then
    judge();
  }

  /** The last one, so that it replays what all the others have told. */
  @Order(Integer.MAX_VALUE)
  @Test
  void aReplayIntoEmptyStoresAndAnEmptyDatabaseGivesTheSameRows()
      throws IOException, InterruptedException, ExecutionException, SQLException {
    // Given
    steady.awaitFlow(CLOCK.instant(), updates);
    judge();
    List<String> sessions = cluster.rows(ActualRows.SESSIONS);
    List<String> activities = cluster.rows(ActualRows.ACTIVITIES);
    cluster.stopServices();
    updates.close();
    cluster.forgetWhatWasDerived();

    // When
    verdict.allProcessorsRestart();
    startServices();
    updates = new UpdatesTopic(cluster.bootstrapServers(), CLOCK);

    // Then
    judge();
    assertThat(cluster.rows(ActualRows.SESSIONS)).isEqualTo(sessions);
    assertThat(cluster.rows(ActualRows.ACTIVITIES)).isEqualTo(activities);
  }

  private void judge() {
    endLoad();
    say(verdict.awaitRight(updates) + " activities are right");
  }

  private static void startServices() {
    List.of("a", "b", "c").forEach(cluster::startProcessor);
    List.of("1", "2").forEach(cluster::startSink);
  }

  private static void pause(Duration time) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }

  private static void say(String what) {
    System.out.println("[failure] " + what);
  }
}
