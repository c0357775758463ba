package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aidis.domain.InMemoryHistory;
import dev.aidis.domain.ReaderOfUpdates;
import dev.aidis.domain.SessionRules;
import dev.aidis.domain.Sessionizer;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives in one go is published with few of its sessions, and yet readers know all of them
 * after each commit: those that the processor asks for, and the one with which it ends. In this
 * module because the broker is here.
 */
class SessionsToldLaterIT {
  private static final int ACTIVITIES = 3_000;
  private static final int OWNERS = 3;
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration GAP = SessionRules.DEFAULT.inactivityGap();

  @TempDir Path directory;
  private BrokerFixture broker;

  @BeforeEach
  void startBroker() throws ExecutionException, InterruptedException {
    broker = new BrokerFixture(directory);
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void readersKnowAllSessionsThoughFewAreTold() throws InterruptedException {
    List<Activity> first = activities(0, ACTIVITIES);
    List<Activity> second = activities(ACTIVITIES, 2 * ACTIVITIES);
    broker.send(first);
    try (var _ = processor()) {
      await().atMost(BrokerFixture.PATIENCE).until(() -> updates() == ACTIVITIES);
      assertThat(broker.updates().stream().mapToInt(update -> update.changed().size()).sum())
          .as("sessions told with %d activities", ACTIVITIES)
          .isLessThan(ACTIVITIES / 3);
      assertReadersKnowAll(first);
      broker.send(second);
      await().atMost(BrokerFixture.PATIENCE).until(() -> updates() > ACTIVITIES);
    } // whatever is held then
    assertReadersKnowAll(firstOf(first, second, updates()));

    try (var _ = processor()) { // which goes on where the other one stopped
      await().atMost(BrokerFixture.PATIENCE).until(() -> updates() == 2 * ACTIVITIES);
    }
    assertReadersKnowAll(firstOf(first, second, 2 * ACTIVITIES));
  }

  private StreamsRunner processor() throws InterruptedException {
    return broker.processor("state", GAP, BrokerFixture.PATIENCE, _ -> Instant.MIN);
  }

  /** With that backlog nothing times out, so each update has an activity. */
  private int updates() {
    return broker.updates().size();
  }

  private void assertReadersKnowAll(List<Activity> processed) {
    ReaderOfUpdates reader = new ReaderOfUpdates();
    List<UUID> told = new ArrayList<>();
    for (SessionUpdate update : broker.updates()) {
      reader.read(update);
      told.add(Objects.requireNonNull(update.activity()).id());
    }
    reader.assertAllTold();
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(processed.stream().map(Activity::id).toList());
    assertThat(counts(reader.sessions().values())).isEqualTo(counts(sessionsOf(processed)));
  }

  private static List<Activity> firstOf(List<Activity> first, List<Activity> second, int number) {
    List<Activity> all = new ArrayList<>(first);
    all.addAll(second);
    return all.subList(0, number);
  }

  private static Map<UUID, Long> counts(Iterable<Session> sessions) {
    Map<UUID, Long> counts = new HashMap<>();
    sessions.forEach(session -> counts.put(session.id(), session.counters().activities()));
    return counts;
  }

  private static List<Session> sessionsOf(List<Activity> activities) {
    Map<String, InMemoryHistory> histories = new HashMap<>();
    Sessionizer sessionizer = new Sessionizer(SessionRules.DEFAULT);
    for (Activity activity : activities) {
      sessionizer.accept(
          activity,
          activity.occurredAt(),
          histories.computeIfAbsent(activity.owner(), _ -> new InMemoryHistory()));
    }
    return histories.values().stream().flatMap(history -> history.sessions().stream()).toList();
  }

  /** Of several owners in turn, a few minutes apart, and now and then past the gap. */
  private static List<Activity> activities(int from, int to) {
    List<Activity> activities = new ArrayList<>();
    for (int number = from; number < to; number++) {
      Instant at = START.plus(Duration.ofMinutes(number)).plus(GAP.multipliedBy(number / 500));
      activities.add(
          Activity.builder(new UUID(1, number), ActivityType.PROMPT_SUBMITTED)
              .occurredAt(at)
              .owner("owner-" + number % OWNERS)
              .machine("desk")
              .build());
    }
    return activities;
  }
}
