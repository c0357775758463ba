package dev.aidis.processor;

import static dev.aidis.processor.TopologyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorMetricsTest {
  private static final List<String> CHANGES = List.of("begun", "merged", "amended", "reopened");

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
  void aBridgeBetweenThreeClosedSessionsAmendsAllAndMergesTwo() {
    // Given three sessions, timed out
    tell(ActivityType.TASK_CREATED, -12);
    tell(ActivityType.TASK_CREATED, -9);
    tell(ActivityType.TASK_CREATED, -10.5 - 4.5);
    topology.wallClock(NOW.plusSeconds(1));
    assertThat(changes()).containsExactly(3.0, 0.0, 0.0, 0.0);
    assertThat(topology.counted("aidis.processor.timeouts")).isEqualTo(3);

    // When
    tell(ActivityType.PROMPT_SUBMITTED, -10.5);
    assertThat(changes()).as("the first bridge").containsExactly(3.0, 1.0, 2.0, 0.0);
    tell(ActivityType.PROMPT_SUBMITTED, -13.5);

    // Then
    assertThat(changes()).containsExactly(3.0, 2.0, 4.0, 0.0);
    assertThat(topology.counted("aidis.processor.updates")).isEqualTo(5);
  }

  @Test
  void aLateEndThatSplitsAClosedSessionAmendsItAndBeginsAnother() {
    // Given
    tell(ActivityType.TASK_CREATED, -9);
    tell(ActivityType.TASK_CREATED, -8);
    topology.wallClock(NOW.plusSeconds(1));

    // When
    tell(ActivityType.SESSION_ENDED, -8.5);

    // Then
    assertThat(changes()).containsExactly(2.0, 0.0, 1.0, 0.0);
  }

  @Test
  void lateActivityReopensATimedOutSession() {
    // Given
    tell(ActivityType.TASK_CREATED, -3);
    topology.wallClock(NOW.plusSeconds(1));

    // When
    tell(ActivityType.TASK_COMPLETED, -1.5);

    // Then
    assertThat(changes()).containsExactly(1.0, 0.0, 1.0, 1.0);
  }

  @Test
  void activityInAnOpenSessionIsNoAmendment() {
    tell(ActivityType.TASK_CREATED, -1);
    tell(ActivityType.TASK_CREATED, -0.5);
    tell(ActivityType.TASK_CREATED, -0.7);

    assertThat(changes()).containsExactly(1.0, 0.0, 0.0, 0.0);
  }

  @Test
  void theDelayGoesFromWhenItHappenedToItsUpdate() {
    // When
    tell(ActivityType.TASK_CREATED, -2);
    tell(ActivityType.TASK_CREATED, 1 / 3600.0);

    // Then
    Timer delay = topology.registry.get("aidis.processor.delay").timer();
    assertThat(delay.count()).isEqualTo(2);
    assertThat(delay.totalTime(TimeUnit.SECONDS)).isEqualTo(7_200);
  }

  private void tell(ActivityType type, double hours) {
    Instant occurredAt = NOW.plus(Duration.ofSeconds(Math.round(hours * 3600)));
    topology.append(
        Activity.builder(Ids.newId(), type)
            .occurredAt(occurredAt)
            .owner("ada")
            .machine("laptop")
            .build(),
        NOW);
  }

  private List<Double> changes() {
    return CHANGES.stream()
        .map(change -> topology.counted("aidis.processor.sessions." + change))
        .toList();
  }
}
