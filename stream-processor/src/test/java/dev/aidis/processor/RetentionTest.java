package dev.aidis.processor;

import static dev.aidis.processor.TopologyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.InMemoryHistory;
import dev.aidis.domain.RandomStreams;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten goes by touch, not by time: the newest session may go before older ones. */
class RetentionTest {
  /** There is about an hour between two rounds of removing. */
  private static final Duration ROUND = Duration.ofMinutes(61);

  private static final int STREAMS = 40;

  @TempDir Path stateDir;
  private Instant wallClock = NOW;

  @Test
  void lateActivityLandsInItsSessionThoughTheNewestOneIsForgotten() {
    try (TopologyFixture topology = topology(Duration.ofHours(24), SessionRules.DEFAULT)) {
      // Given a session, and later two activities that happened before it
      Instant start = NOW.minus(Duration.ofHours(25));
      Instant later = start.plus(Duration.ofHours(20));
      topology.append(prompt(start), start);
      topology.append(prompt(start.minus(Duration.ofHours(10))), later);
      topology.append(prompt(start.minus(Duration.ofMinutes(510))), later);
      topology.append(prompt(NOW).toBuilder().owner("grace").build(), NOW);
      removeForgotten(topology);
      topology.updates();

      // When
      topology.append(prompt(start.minus(Duration.ofHours(9))), NOW);

      // Then
      assertThat(topology.updates())
          .singleElement()
          .satisfies(
              update -> {
                Session session = update.changed().getFirst();
                assertThat(session.counters().activities()).isEqualTo(3);
                assertThat(session.lastActivityAt())
                    .isEqualTo(start.minus(Duration.ofMinutes(510)));
              });
      assertThat(topology.entries("past-sessions")).as("it is the newest now").isZero();
    }
  }

  /** Without ends: those that closed nothing may be remembered for longer. */
  @Test
  void theSessionsAreThoseOfAHistoryThatForgetsAtOnce() {
    Duration retention = Duration.ofHours(6);
    SessionRules rules =
        new SessionRules(Duration.ofHours(2), Duration.ofHours(5), Duration.ofMinutes(15));
    Sessionizer sessionizer = new Sessionizer(rules);
    try (TopologyFixture topology = topology(retention, rules)) {
      for (long seed = 0; seed < STREAMS; seed++) {
        Random random = new Random(seed);
        List<Activity> arriving =
            new ArrayList<>(new RandomStreams(seed, rules, 0).next(1 + random.nextInt(25)));
        Collections.shuffle(arriving, random);
        InMemoryHistory history = new InMemoryHistory();
        List<SessionUpdate> expected = new ArrayList<>();
        Instant appendedAt = NOW.plus(Duration.ofDays(30).multipliedBy(seed));

        for (Activity each : arriving) {
          appendedAt = appendedAt.plus(pause(random, retention));
          Activity activity =
              each.toBuilder().owner("owner-" + seed).receivedAt(appendedAt).build();
          // The log goes on, and what is forgotten by then is removed.
          topology.append(prompt(appendedAt).toBuilder().owner("grace").build(), appendedAt);
          topology.processedUpTo(appendedAt);
          removeForgotten(topology);
          topology.append(activity, appendedAt);
          for (Session session : history.sessions()) {
            sessionizer.timeOut(session, appendedAt, history);
          }
          history.forget(appendedAt.minus(retention));
          expected.add(sessionizer.accept(activity, appendedAt, history).toUpdate(activity));
        }

        assertThat(updatesOf("owner-" + seed, topology)).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  private static List<SessionUpdate> updatesOf(String owner, TopologyFixture topology) {
    return topology.updates().stream()
        .filter(update -> update.activity() != null && update.trackerKey().owner().equals(owner))
        .toList();
  }

  /** Mostly short; sometimes so long that much is forgotten. */
  private static Duration pause(Random random, Duration retention) {
    long most = retention.toMillis();
    return Duration.ofMillis(
        switch (random.nextInt(6)) {
          case 0 -> random.nextLong(2 * most);
          case 1, 2 -> random.nextLong(most / 2);
          default -> 10;
        });
  }

  private TopologyFixture topology(Duration retention, SessionRules rules) {
    return new TopologyFixture(
        stateDir, Map.of("retention", retention, "maxSessionLength", rules.maxLength()));
  }

  /** In two rounds: what times out in the first is over in the second. */
  private void removeForgotten(TopologyFixture topology) {
    for (int round = 0; round < 2; round++) {
      wallClock = wallClock.plus(ROUND);
      topology.wallClock(wallClock);
    }
  }

  private static Activity prompt(Instant occurredAt) {
    return Activity.builder(Ids.newId(), ActivityType.PROMPT_SUBMITTED)
        .occurredAt(occurredAt)
        .owner("ada")
        .machine("laptop")
        .build();
  }
}
