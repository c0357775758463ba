package dev.aidis.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activities of another tracker's log, with the times at which they were appended to that. */
class BroughtActivitiesTest {
  private static final Instant NOW = TopologyFixture.NOW;
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(900));

  @TempDir private Path here;
  @TempDir private Path there;

  @Test
  void sessionsComeOutAsTheyDidThereThoughAllIsAppendedInOneMillisecond() {
    // Given a bridge that joins two sessions; the one created first has the greater id
    List<Activity> activities =
        List.of(
            activity(new UUID(9, 9), LONG_AGO.plus(Duration.ofHours(3))),
            activity(new UUID(1, 1), LONG_AGO),
            activity(new UUID(5, 5), LONG_AGO.plus(Duration.ofMinutes(90))));
    List<SessionUpdate> original;
    List<SessionUpdate> brought;
    try (TopologyFixture topology = new TopologyFixture(there)) {
      for (int i = 0; i < activities.size(); i++) {
        topology.append(activities.get(i), appendedAt(i));
      }
      original = topology.updates();
    }

    // When
    try (TopologyFixture topology = new TopologyFixture(here)) {
      for (int i = 0; i < activities.size(); i++) {
        topology.bring(activities.get(i), appendedAt(i), NOW);
      }
      brought = topology.updates();
    }

    // Then
    assertThat(original.getLast().absorbed()).hasSize(1);
    assertThat(brought).isEqualTo(original);
  }

  @Test
  void aSessionTouchedLongerAgoThanIsRememberedTimesOut() {
    try (TopologyFixture topology = new TopologyFixture(here)) {
      // Given
      topology.bring(activity(new UUID(1, 1), LONG_AGO), LONG_AGO, NOW);
      topology.bring(activity(new UUID(2, 2), NOW), NOW, NOW);

      // When
      topology.wallClock(NOW.plus(Duration.ofMinutes(61)));

      // Then
      assertThat(topology.updates().getLast().changed())
          .extracting(Session::closure)
          .containsExactly(Closure.TIMED_OUT);
    }
  }

  @Test
  void whatIsBroughtAgainLongAfterwardsCountsOnce() {
    try (TopologyFixture topology = new TopologyFixture(here)) {
      // Given
      topology.bring(activity(new UUID(1, 1), LONG_AGO), LONG_AGO, NOW);
      topology.wallClock(NOW.plus(Duration.ofHours(2)));
      topology.updates();

      // When
      topology.bring(activity(new UUID(1, 1), LONG_AGO), LONG_AGO, NOW.plus(Duration.ofDays(1)));

      // Then
      assertThat(topology.updates()).isEmpty();
    }
  }

  private static Instant appendedAt(int index) {
    return LONG_AGO.plus(Duration.ofHours(4)).plusMillis(index);
  }

  private static Activity activity(UUID id, Instant occurredAt) {
    return Activity.builder(id, ActivityType.PROMPT_SUBMITTED)
        .owner("ada")
        .workspace("main")
        .machine("laptop")
        .occurredAt(occurredAt)
        .receivedAt(occurredAt)
        .build();
  }
}
