package dev.aidis.processor.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Instant FIRST = Instant.parse("2026-11-25T10:00:00Z");
  private static final Instant SECOND = FIRST.plusMillis(250);
  private static final Instant THIRD = SECOND.plusMillis(250);

  private final Progress progress = new Progress();

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(progress.processedUpTo()).isEqualTo(Instant.MIN);
  }

  @Test
  void anEmptyPartitionIsProcessed() {
    progress.note(FIRST, 0, 0);

    assertThat(progress.processedUpTo()).isEqualTo(FIRST);
  }

  @Test
  void whatWaitsIsNotProcessed() {
    progress.note(FIRST, 1_000, 0);
    progress.note(SECOND, 1_000, 999);

    assertThat(progress.processedUpTo()).isEqualTo(Instant.MIN);
  }

  @Test
  void withNothingWaitingAllIsProcessedUpToTheLook() {
    progress.note(FIRST, 10, 10);
    progress.note(SECOND, 10, 10);

    assertThat(progress.processedUpTo()).isEqualTo(SECOND);
  }

  @Test
  void underLoadThatNeverPausesTheEndOfAnEarlierLookIsReached() {
    progress.note(FIRST, 100, 95);
    progress.note(SECOND, 200, 195);

    assertThat(progress.processedUpTo()).isEqualTo(FIRST);

    progress.note(THIRD, 300, 295);

    assertThat(progress.processedUpTo()).isEqualTo(SECOND);
  }

  @Test
  void aBacklogThatAppearsLaterTakesNothingBack() {
    progress.note(FIRST, 10, 10);
    progress.note(SECOND, 5_000, 10);
    progress.note(THIRD, 5_000, 4_999);

    assertThat(progress.processedUpTo()).isEqualTo(FIRST);
  }

  @Test
  void anEndThatIsAwaitedStaysTheSameUntilItIsReached() {
    progress.note(FIRST, 100, 0);
    progress.note(SECOND, 200, 50);
    progress.note(THIRD, 300, 100);

    assertThat(progress.processedUpTo()).isEqualTo(FIRST);
  }

  @Test
  void itLooksBehindUntilWhatIsCommittedReachesTheEndOfTheMoment() {
    assertThat(progress.isAwaiting()).as("before the first look").isFalse();

    progress.note(FIRST, 100, 97);
    assertThat(progress.isAwaiting()).isTrue();
    progress.note(SECOND, 100, 100);
    assertThat(progress.isAwaiting()).isFalse();
  }
}
