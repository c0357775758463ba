package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.RecordingPublisher;
import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.service.tracing.Tracing;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PatientRecorderTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final List<Activity> ACTIVITIES =
      List.of(
          Activity.builder(UUID.randomUUID(), ActivityType.HEARTBEAT)
              .occurredAt(HookBench.NOW)
              .owner("ada")
              .machine("laptop")
              .build());

  private final RecordingPublisher publisher = new RecordingPublisher();

  @Test
  void whatTheLogAcknowledgesIsRecorded() {
    try (PatientRecorder recorder = recorder(publisher, LONG)) {
      assertThat(recorder.record(ACTIVITIES)).isEqualTo(Outcome.RECORDED);
    }
    assertThat(publisher.published()).isEqualTo(ACTIVITIES);
  }

  @Test
  void aSlowLogKeepsNobodyWaitingAndGetsItAllTheSame() {
    // Given
    CountDownLatch acknowledging = new CountDownLatch(1);
    ActivityPublisher slow =
        activities -> {
          await(acknowledging);
          return publisher.publish(activities);
        };
    try (PatientRecorder recorder = recorder(slow, Duration.ofMillis(1))) {
      // When
      Outcome outcome = recorder.record(ACTIVITIES);
      // Then
      assertThat(outcome).isEqualTo(Outcome.ON_ITS_WAY);
      acknowledging.countDown();
    }
    assertThat(publisher.published()).isEqualTo(ACTIVITIES);
  }

  @Test
  void aLogThatIsAwayIsAnError() {
    // Given
    publisher.breakDown();
    try (PatientRecorder recorder = recorder(publisher, LONG)) {
      // When / Then
      assertThatThrownBy(() -> recorder.record(ACTIVITIES))
          .isInstanceOf(LogUnavailableException.class)
          .hasMessageContaining("Kafka is away");
    }
  }

  private static PatientRecorder recorder(ActivityPublisher publisher, Duration patience) {
    return new PatientRecorder(
        new ActivityRecorder(publisher, activity -> {}), patience, Tracing.OFF);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
