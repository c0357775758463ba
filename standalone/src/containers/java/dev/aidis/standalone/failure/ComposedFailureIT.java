package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.SessionRules;
import dev.aidis.standalone.Compose;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three brokers and two of each service in containers, told over REST: whatever is killed, what was
 * acknowledged is in the log, and the database is what {@link Verdict} says. {@code
 * -Daidis.failure.soak=PT10M} kills for longer.
 */
class ComposedFailureIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final long SEED = Long.getLong("aidis.failure.seed", CLOCK.millis());
  private static final Duration SOAK =
      Duration.parse(System.getProperty("aidis.failure.soak", "PT1M"));
  private static final Duration GREATEST_OUTAGE = Duration.ofSeconds(45);
  private static final int PER_SECOND = Integer.getInteger("aidis.failure.rate", 100);
  private static final List<String> KILLED =
      List.of("stream-processor", "session-sink", "ingest-service", "broker");
  private static final List<String> BROKERS = List.of("kafka", "kafka-2", "kafka-3");

  private static final Random RANDOM = new Random(SEED);
  private static Compose compose;
  private static Verdict verdict;
  private static UpdatesTopic updates;
  private static HttpTelling telling;
  private static List<String> ingests;

  @BeforeAll
  static void start() {
    Compose.assumeDocker();
    say("seed " + SEED);
    compose = new Compose("aidis-failure", true, Cluster.PARTITIONS);
    compose.up(
        "--scale", "session-sink=2", "--scale", "stream-processor=2", "--scale", "ingest-service=2");
    ingests = compose.https();
    verdict = new Verdict(evidence(), SessionRules.DEFAULT, CLOCK);
    updates = new UpdatesTopic(compose.kafka(), CLOCK);
    telling = new HttpTelling(ingests, Compose.secret("administrator_token"));
  }

  @AfterAll
  static void stop() {
    if (telling != null) {
      telling.close();
      updates.close();
    }
    if (compose != null) {
      compose.close();
    }
  }

  @Test
  void killsAtRandomLoseAndDoubleNothingThatWasAcknowledged() throws InterruptedException {
    List<String> outages = new ArrayList<>();
    List<Duration> times = new ArrayList<>();
    try (SteadyOwners steady = new SteadyOwners(telling, RANDOM.nextLong(), CLOCK);
        RandomLoad _ =
            new RandomLoad(telling, RANDOM.nextLong(), CLOCK.instant()).begin(PER_SECOND);
        Answers answers = new Answers(ingests, Compose.secret("administrator_token"))) {
      steady.awaitFlow(CLOCK.instant(), updates);
      Instant end = CLOCK.instant().plus(SOAK);
      do {
        pause(Duration.ofMillis(RANDOM.nextInt(2_000)));
        String what = KILLED.get(RANDOM.nextInt(KILLED.size()));
        String container = anyOf(what);
        compose.docker("kill", container);
        Duration outage = steady.awaitFlow(CLOCK.instant(), updates);
        outages.add(what + " " + outage.toMillis() + " ms");
        times.add(outage);
        compose.docker("start", container);
        compose.awaitHealthy();
        steady.awaitFlow(CLOCK.instant(), updates);
      } while (CLOCK.instant().isBefore(end));
      say("%d kills, until all partitions flowed again: %s".formatted(times.size(), outages));
      say("longest time without an answer: " + answers.longestGap());
      assertThat(answers.longestGap()).isLessThan(GREATEST_OUTAGE);
    }
    judge();
    assertThat(times).allMatch(outage -> outage.compareTo(GREATEST_OUTAGE) < 0);
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() throws InterruptedException {
    try (SteadyOwners steady = new SteadyOwners(telling, RANDOM.nextLong(), CLOCK);
        RandomLoad _ =
            new RandomLoad(telling, RANDOM.nextLong(), CLOCK.instant()).begin(PER_SECOND)) {
      steady.awaitFlow(CLOCK.instant(), updates);
      String database = compose.containersOf("postgres").getFirst();
      compose.docker("kill", database);
      pause(Duration.parse(System.getProperty("aidis.failure.away", "PT30S")));
      steady.awaitFlow(CLOCK.instant(), updates);
      compose.docker("start", database);
      compose.awaitHealthy();
    }
    judge();
  }

  @Test
  void aRollingUpgradeLosesNothing() throws InterruptedException {
    Duration gap;
    try (SteadyOwners steady = new SteadyOwners(telling, RANDOM.nextLong(), CLOCK);
        RandomLoad _ =
            new RandomLoad(telling, RANDOM.nextLong(), CLOCK.instant()).begin(PER_SECOND);
        Answers answers = new Answers(ingests, Compose.secret("administrator_token"))) {
      for (String service : List.of("session-sink", "stream-processor", "ingest-service")) {
        for (String container : compose.containersOf(service)) {
          Instant begun = CLOCK.instant();
          compose.docker("stop", "--time", "10", container);
          Duration stopped = Duration.between(begun, CLOCK.instant());
          compose.docker("start", container);
          compose.awaitHealthy();
          Duration flowed = steady.awaitFlow(begun, updates);
          say("%s stopped in %s, flow after %s".formatted(service, stopped, flowed));
          assertThat(stopped).isLessThan(Duration.ofSeconds(10));
        }
      }
      gap = answers.longestGap();
    }
    judge();
    say("longest time without an answer in a rolling upgrade: " + gap);
  }

  private static void judge() {
    telling.flush();
    int right = verdict.awaitRight(updates);
    TreeSet<Object> lost = new TreeSet<>(telling.acknowledged());
    lost.removeAll(ActivityLog.read(compose.kafka()).ids());
    assertThat(lost).as("acknowledged and lost").isEmpty();
    say(
        "%d activities are right, %d acknowledged, %d requests made again"
            .formatted(right, telling.acknowledged().size(), telling.refusals()));
  }

  private static String anyOf(String what) {
    if (what.equals("broker")) {
      return compose.containersOf(BROKERS.get(RANDOM.nextInt(BROKERS.size()))).getFirst();
    }
    List<String> containers = compose.containersOf(what);
    return containers.get(RANDOM.nextInt(containers.size()));
  }

  private static Evidence evidence() {
    return new Evidence() {
      @Override
      public String bootstrapServers() {
        return compose.kafka();
      }

      @Override
      public List<String> rows(String query) throws SQLException {
        try (var connection =
            DriverManager.getConnection(
                compose.jdbcUrl(), "aidis_sink", Compose.secret("sink_password"))) {
          return Evidence.rows(connection, query);
        }
      }
    };
  }

  private static void pause(Duration time) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }

  private static void say(String what) {
    System.out.println("[failure] " + what);
  }
}
