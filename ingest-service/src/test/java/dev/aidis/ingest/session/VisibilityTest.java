package dev.aidis.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.session.Visibility.Reach;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

@Timeout(10)
class VisibilityTest {
  private static final Duration FOREVER = Duration.ofHours(1);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Activity ACTIVITY =
      Activity.builder(new UUID(0, 1), ActivityType.GOAL_SET)
          .occurredAt(Instant.EPOCH)
          .owner("ada")
          .machine("laptop")
          .build();

  private final KeyedSignals signals = new KeyedSignals();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void whatIsWrittenAlreadyIsVisibleWithoutASignal() {
    Visibility visibility = new Visibility(activity -> true, signals, FOREVER, FOREVER);
    assertThat(visibility.await(ACTIVITY)).isEqualTo(Reach.VISIBLE);
  }

  @Test
  void aSignalOfTheKeyMakesItLookAgain() {
    Visibility visibility = new Visibility(writtenAtSignal("ada/main"), signals, FOREVER, FOREVER);
    assertThat(visibility.await(ACTIVITY)).isEqualTo(Reach.VISIBLE);
    assertThat(looks).hasValue(2);
  }

  @Test
  void aSignalToEverybodyMakesItLookAgain() {
    WrittenActivities written =
        activity -> {
          signals.signalAll();
          return looks.incrementAndGet() > 1;
        };
    Visibility visibility = new Visibility(written, signals, FOREVER, FOREVER);
    assertThat(visibility.await(ACTIVITY)).isEqualTo(Reach.VISIBLE);
  }

  @Test
  void withoutSignalsItLooksFromTimeToTime() {
    Visibility visibility =
        new Visibility(activity -> looks.incrementAndGet() > 3, signals, FOREVER, AT_ONCE);
    assertThat(visibility.await(ACTIVITY)).isEqualTo(Reach.VISIBLE);
  }

  @Test
  void aSignalOfAnotherKeyIsNoneOfItsBusiness() {
    Visibility visibility =
        new Visibility(writtenAtSignal("bob/main"), signals, Duration.ofMillis(20), FOREVER);
    assertThat(visibility.await(ACTIVITY)).isEqualTo(Reach.VISIBLE);
    assertThat(looks).as("looked once more when the time was up").hasValue(2);
  }

  @Test
  void whatIsNotVisibleInTimeIsOnItsWay() {
    Visibility visibility = new Visibility(activity -> false, signals, AT_ONCE, FOREVER);
    assertThat(visibility.await(ACTIVITY)).isEqualTo(Reach.ON_ITS_WAY);
  }

  @Test
  void whileTheDatabaseIsAwayNobodyKnows() {
    WrittenActivities away =
        activity -> {
          throw new DataAccessResourceFailureException("away");
        };
    Visibility visibility = new Visibility(away, signals, FOREVER, FOREVER);
    assertThat(visibility.await(ACTIVITY)).isEqualTo(Reach.UNKNOWN);
  }

  @Test
  void afterWaitingNobodyListensAnyMore() {
    // Given
    AtomicInteger open = new AtomicInteger();
    UpdateSignals counting =
        (TrackerKey key, Runnable onUpdate) -> {
          open.incrementAndGet();
          return open::decrementAndGet;
        };
    // When
    new Visibility(activity -> false, counting, AT_ONCE, FOREVER).await(ACTIVITY);
    // Then
    assertThat(open).hasValue(0);
  }

  /** Not written at the first look, which brings about the signal. */
  private WrittenActivities writtenAtSignal(String key) {
    return activity -> {
      signals.signal(key);
      return looks.incrementAndGet() > 1;
    };
  }
}
