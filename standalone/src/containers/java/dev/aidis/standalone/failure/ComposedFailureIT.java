package dev.aidis.standalone.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.standalone.Compose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/**
 * Three brokers and two of each service in containers, told over REST: whatever is killed, what was
 * acknowledged is in the log, and the database is what {@link Verdict} says. {@code
 * -Daidis.failure.soak=PT10M} kills for longer, {@code -Daidis.failure.seed=…} kills the same again.
 */
class ComposedFailureIT {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final long SEED = Long.getLong("aidis.failure.seed", CLOCK.millis());
  private static final Duration SOAK =
      Duration.parse(System.getProperty("aidis.failure.soak", "PT1M"));

  /** On a machine that does other work meanwhile, containers starve and take longer. */
  private static final Duration GREATEST_OUTAGE =
      Duration.parse(System.getProperty("aidis.failure.outage", "PT45S"));

  /** A client that asks another ingest service must get its answer. */
  private static final Duration GREATEST_GAP = Duration.ofSeconds(5);

  private static final List<String> KILLED =
      List.of("stream-processor", "session-sink", "ingest-service", "broker");

  private static final Random RANDOM = new Random(SEED);
  private static @Nullable ComposedTeam started;

  @BeforeAll
  static void start() {
    Compose.assumeDocker();
    started = new ComposedTeam(new Compose("aidis-failure", true, Cluster.PARTITIONS), CLOCK);
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
    }
  }

  @Test
  void killsAtRandomLoseAndDoubleNothingThatWasAcknowledged() throws InterruptedException {
    ComposedTeam team = team();
    Report report = new Report("Kills at random for " + minutes(SOAK)).say("seed " + SEED);
    Map<String, List<Duration>> outages = new TreeMap<>();
    UnderLoad load = new UnderLoad(team, RANDOM, CLOCK);
    try (load) {
      load.awaitFlow(CLOCK.instant());
      Instant end = CLOCK.instant().plus(SOAK);
      do {
        ComposedTeam.pause(Duration.ofMillis(RANDOM.nextInt(2_000)));
        String what = KILLED.get(RANDOM.nextInt(KILLED.size()));
        String container = team.anyOf(what, RANDOM);
        Compose.docker("kill", "--signal", "KILL", container);
        Duration outage = load.awaitFlow(CLOCK.instant());
        System.out.println("[failure] outage of " + outage + " after a kill of " + what);
        outages.computeIfAbsent(what, one -> new ArrayList<>()).add(outage);
        Compose.docker("start", container);
        team.compose().awaitHealthy();
        load.awaitFlow(CLOCK.instant());
      } while (CLOCK.instant().isBefore(end));
    }
    outages.forEach((what, times) -> report.say(told(what, times)));
    team.judge(report);
    load.tell(report);
    boolean allShort = outages.values().stream().flatMap(List::stream).allMatch(ComposedFailureIT::isShort);
    if (!allShort) {
      report.say(
          "the bound of %s until all partitions flow was missed"
              .formatted(UnderLoad.seconds(GREATEST_OUTAGE)));
    }
    report.keep(CLOCK);
    assertThat(allShort).as("outages: %s", outages).isTrue();
    assertThat(load.longestWithoutAnswer()).isLessThan(GREATEST_GAP);
    assertThat(load.notVisible()).isZero();
  }

  @Test
  void aRollingRestartLosesNothing() {
    ComposedTeam team = team();
    Report report = new Report("Each service restarted, one after the other");
    UnderLoad load = new UnderLoad(team, RANDOM, CLOCK);
    try (load) {
      load.awaitFlow(CLOCK.instant());
      for (String service : List.of("session-sink", "stream-processor", "ingest-service")) {
        for (String container : team.compose().containersOf(service)) {
          Instant begun = CLOCK.instant();
          Compose.docker("stop", "--time", "10", container);
          Duration stopped = Duration.between(begun, CLOCK.instant());
          Duration flowed = load.awaitFlow(begun);
          Compose.docker("start", container);
          team.compose().awaitHealthy();
          report.say(
              "%s stopped in %s; all partitions flowed again %s after it was told to"
                  .formatted(service, UnderLoad.seconds(stopped), UnderLoad.seconds(flowed)));
          assertThat(stopped).isLessThan(Duration.ofSeconds(10));
        }
      }
    }
    team.judge(report);
    load.tell(report);
    report.keep(CLOCK);
    assertThat(load.longestWithoutAnswer()).isLessThan(GREATEST_GAP);
    assertThat(load.notVisible()).isZero();
  }

  private static boolean isShort(Duration outage) {
    return outage.compareTo(GREATEST_OUTAGE) < 0;
  }

  private static String told(String what, List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return "%s killed %d times: all partitions flowed again after %s in the median, %s at most"
        .formatted(
            what,
            times.size(),
            UnderLoad.seconds(sorted.get(sorted.size() / 2)),
            UnderLoad.seconds(Collections.max(sorted)));
  }

  static String minutes(Duration time) {
    return time.toMinutes() == 1 ? "a minute" : time.toMinutes() + " minutes";
  }

  private static ComposedTeam team() {
    return Objects.requireNonNull(started);
  }
}
