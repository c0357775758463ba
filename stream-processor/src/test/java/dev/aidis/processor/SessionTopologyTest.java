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
import dev.aidis.schemas.SessionStatus;
import dev.aidis.schemas.SessionUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTopologyTest {
  private static final SessionRules RULES = SessionRules.DEFAULT;

  @TempDir Path stateDir;
  private TopologyFixture topology;

  @BeforeEach
  void open() {
    topology = new TopologyFixture(stateDir);
  }

  @AfterEach
  void close() {
    topology.close();
  }

  @Test
  void eachActivityGivesOneUpdateWithTheSessionAsItThenStands() {
    Activity created = task(NOW.minusSeconds(60), ActivityType.TASK_CREATED);
    Activity completed = task(NOW, ActivityType.TASK_COMPLETED);

    topology.append(created, NOW);
    topology.append(completed, NOW);

    List<SessionUpdate> updates = topology.updates();
    assertThat(updates).extracting(SessionUpdate::activity).containsExactly(created, completed);
    Session first = updates.getFirst().changed().getFirst();
    Session second = updates.getLast().changed().getFirst();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.revision()).isGreaterThan(first.revision());
    assertThat(second.counters().tasksCreated()).isEqualTo(1);
    assertThat(second.counters().tasksCompleted()).isEqualTo(1);
    assertThat(second.duration()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theStoresGiveTheUpdatesOfTheDomainForAnyArrivalOrder() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      String owner = "owner-" + seed;
      List<Activity> arriving = new ArrayList<>();
      new RandomStreams(seed, RULES, 0.2)
          .next(1 + random.nextInt(20))
          .forEach(a -> arriving.add(a.toBuilder().owner(owner).build()));
      Collections.shuffle(arriving, random);
      InMemoryHistory history = new InMemoryHistory();
      Sessionizer sessionizer = new Sessionizer(RULES);
      List<SessionUpdate> expected = new ArrayList<>();
      Instant appendedAt = NOW;

      for (Activity activity : arriving) {
        appendedAt = appendedAt.plusMillis(1);
        topology.append(activity, appendedAt);
        expected.add(sessionizer.accept(activity, appendedAt, history).toUpdate(activity));
      }

      assertThat(topology.updates()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void anActivitySentAgainCountsOnce() {
    Activity activity = task(NOW, ActivityType.TASK_CREATED);

    topology.append(activity, NOW);
    topology.append(activity, NOW.plusSeconds(9));
    topology.append(
        activity.toBuilder().occurredAt(NOW.plusSeconds(3)).build(), NOW.plusSeconds(10));

    assertThat(topology.updates()).hasSize(1);
    assertThat(topology.counted("aidis.processor.duplicates")).isEqualTo(2);
  }

  @Test
  void aSessionTimesOutByTheWallClockOnAQuietPartition() {
    topology.append(task(NOW, ActivityType.TASK_CREATED), NOW);
    topology.updates();

    topology.wallClock(NOW.plus(RULES.inactivityGap()));
    assertThat(topology.updates()).as("exactly at the gap it is still open").isEmpty();
    topology.wallClock(NOW.plus(RULES.inactivityGap()).plusSeconds(1));

    assertThat(topology.updates())
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.activity()).isNull();
              Session session = update.changed().getFirst();
              assertThat(session.status()).isEqualTo(SessionStatus.TIMEOUT);
              assertThat(session.endedAt()).isEqualTo(NOW);
            });
  }

  @Test
  void noSessionTimesOutWhileOlderActivitiesWaitToBeRead() {
    topology.processedUpTo(NOW);
    topology.append(task(NOW, ActivityType.TASK_CREATED), NOW);
    topology.updates();

    topology.wallClock(NOW.plus(Duration.ofHours(9)));
    assertThat(topology.updates()).isEmpty();
    topology.append(task(NOW.plus(Duration.ofHours(1)), ActivityType.TASK_COMPLETED), NOW);
    topology.processedUpTo(NOW.plus(Duration.ofHours(9)));
    topology.wallClock(NOW.plus(Duration.ofHours(10)));

    assertThat(topology.updates())
        .extracting(update -> update.changed().getFirst())
        .extracting(Session::status)
        .containsExactly(SessionStatus.ACTIVE, SessionStatus.TIMEOUT);
  }

  @Test
  void lateActivityReopensATimedOutSessionOrAmendsIt() {
    Instant longAgo = NOW.minus(Duration.ofHours(5));
    topology.append(task(longAgo, ActivityType.TASK_CREATED), NOW);
    topology.wallClock(NOW.plusSeconds(1));
    topology.updates();

    topology.append(task(longAgo.plus(Duration.ofHours(1)), ActivityType.TASK_TODO), NOW);
    topology.append(task(longAgo.plus(Duration.ofHours(3)), ActivityType.TASK_TODO), NOW);
    topology.append(task(NOW.minusSeconds(1), ActivityType.TASK_TODO), NOW);

    assertThat(topology.updates())
        .extracting(update -> update.changed().getFirst())
        .extracting(Session::status)
        .containsExactly(SessionStatus.TIMEOUT, SessionStatus.ACTIVE, SessionStatus.ACTIVE);
  }

  @Test
  void aClockThatRunsAheadIsSetBackToTheTimeOfReceipt() {
    Activity ahead = task(NOW.plus(Duration.ofDays(400)), ActivityType.TASK_CREATED);

    topology.append(ahead, NOW);
    topology.append(task(NOW.plusSeconds(1), ActivityType.TASK_TODO), NOW.plusSeconds(1));

    List<SessionUpdate> updates = topology.updates();
    assertThat(updates.getFirst().activity().occurredAt()).isEqualTo(NOW);
    assertThat(updates.getFirst().activity().claimedAt()).isEqualTo(ahead.occurredAt());
    assertThat(updates.getLast().sessionId()).isEqualTo(updates.getFirst().sessionId());
  }

  @Test
  void aSessionForgottenAfterTheRetentionIsNotContinued() {
    topology.close();
    topology = new TopologyFixture(stateDir, Map.of("retention", Duration.ofDays(30)));
    Activity first = task(NOW, ActivityType.TASK_CREATED);
    Instant muchLater = NOW.plus(Duration.ofDays(31));
    topology.append(first, NOW);

    topology.append(task(NOW.plusSeconds(5), ActivityType.TASK_TODO), muchLater);
    topology.append(task(NOW.plusSeconds(9), ActivityType.TASK_TODO), muchLater);

    List<SessionUpdate> updates = topology.updates();
    UUID forgotten = updates.getFirst().sessionId();
    assertThat(updates.get(1).sessionId()).isNotEqualTo(forgotten);
    assertThat(updates.get(2).sessionId()).isEqualTo(updates.get(1).sessionId());
  }

  @Test
  void whatIsForgottenLeavesTheStoresInBoundedSteps() {
    topology.close();
    topology = new TopologyFixture(stateDir, Map.of("retention", Duration.ofDays(30)));
    for (int i = 0; i < 2_500; i++) {
      Activity activity = task(NOW.plusMillis(i), ActivityType.TASK_TODO);
      topology.append(activity.toBuilder().taskId(new UUID(1, i)).build(), NOW);
    }
    topology.append(task(NOW.plus(Duration.ofHours(5)), ActivityType.TASK_TODO), NOW);
    Activity muchLater =
        task(NOW.plus(Duration.ofDays(31)), ActivityType.TASK_TODO).toBuilder()
            .owner("grace")
            .build();
    topology.append(muchLater, muchLater.occurredAt());

    for (int hours = 2; hours <= 14; hours += 2) {
      long activities = topology.entries("activities");
      long members = topology.entries("session-members");
      topology.wallClock(NOW.plus(Duration.ofHours(hours)));
      assertThat(activities - topology.entries("activities")).isBetween(0L, 1_000L);
      assertThat(members - topology.entries("session-members")).isBetween(0L, 1_000L);
    }

    assertThat(topology.entries("past-sessions")).isZero();
    assertThat(topology.entries("current-sessions")).isEqualTo(1);
    assertThat(topology.entries("activities")).isEqualTo(1);
    assertThat(topology.entries("seen-activities")).isEqualTo(1);
    assertThat(topology.entries("session-members")).isEqualTo(1);
  }

  private static Activity task(Instant occurredAt, ActivityType type) {
    return Activity.builder(Ids.newId(), type)
        .occurredAt(occurredAt)
        .owner("ada")
        .machine("laptop")
        .taskId(new UUID(0, 1))
        .build();
  }
}
