package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClockClampTest {
  private static final Instant RECEIVED = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @Test
  void aClockExactlyAsFarAheadAsAllowedIsBelieved() {
    Activity activity = at(RECEIVED.plus(FIVE_MINUTES));

    assertThat(ClockClamp.DEFAULT.clamp(activity, RECEIVED)).isSameAs(activity);
  }

  @Test
  void aClockFurtherAheadIsSetBackAndWhatItSaidIsKept() {
    Instant said = RECEIVED.plus(FIVE_MINUTES).plusMillis(1);

    Activity clamped = ClockClamp.DEFAULT.clamp(at(said), RECEIVED);

    assertThat(clamped.occurredAt()).isEqualTo(RECEIVED);
    assertThat(clamped.claimedAt()).isEqualTo(said);
  }

  @Test
  void aClockBehindIsBelieved() {
    Activity activity = at(Instant.EPOCH);

    assertThat(ClockClamp.DEFAULT.clamp(activity, RECEIVED)).isSameAs(activity);
  }

  @Test
  void whatAMachineSaidFirstIsKeptThroughASecondClamp() {
    Instant said = Instant.parse("9999-12-31T00:00:00Z");
    Activity clampedByAnotherServer =
        at(RECEIVED.plus(Duration.ofHours(1))).toBuilder().claimedAt(said).build();

    Activity clamped = ClockClamp.DEFAULT.clamp(clampedByAnotherServer, RECEIVED);

    assertThat(clamped.occurredAt()).isEqualTo(RECEIVED);
    assertThat(clamped.claimedAt()).isEqualTo(said);
  }

  @Test
  void nothingButTheTimesChanges() {
    Activity ahead = at(RECEIVED.plus(Duration.ofDays(400)));

    Activity clamped = ClockClamp.DEFAULT.clamp(ahead, RECEIVED);

    assertThat(clamped.toBuilder().occurredAt(ahead.occurredAt()).claimedAt(null).build())
        .isEqualTo(ahead);
  }

  @Test
  void aMendIsToldNoLaterThanItIsReceived() {
    Activity mend =
        Activity.builder(new UUID(0, 1), ActivityType.PROJECT_SWITCHED)
            .occurredAt(RECEIVED.minusSeconds(1))
            .owner("ada")
            .machine("laptop")
            .attribute("mendedAt", "2030-01-01T00:00:00Z")
            .build();

    assertThat(ClockClamp.DEFAULT.clamp(mend, RECEIVED))
        .isEqualTo(mend.toBuilder().attribute("mendedAt", RECEIVED.toString()).build());
    assertThat(ClockClamp.DEFAULT.clamp(mend, Instant.parse("2030-01-01T00:00:00Z")))
        .isSameAs(mend);
  }

  @Test
  void clampingTwiceIsClampingOnce() {
    Activity once = ClockClamp.DEFAULT.clamp(at(RECEIVED.plus(Duration.ofDays(1))), RECEIVED);

    assertThat(ClockClamp.DEFAULT.clamp(once, RECEIVED.plusSeconds(9))).isSameAs(once);
  }

  @Test
  void zeroAllowsNothingAndLessIsRefused() {
    assertThat(new ClockClamp(Duration.ZERO).clamp(at(RECEIVED.plusMillis(1)), RECEIVED))
        .extracting(Activity::occurredAt)
        .isEqualTo(RECEIVED);
    assertThatThrownBy(() -> new ClockClamp(Duration.ofMillis(-1)))
        .hasMessage("maxAhead PT-0.001S must not be negative");
  }

  private static Activity at(Instant occurredAt) {
    return Activity.builder(new UUID(0, 1), ActivityType.TASK_CREATED)
        .occurredAt(occurredAt)
        .owner("ada")
        .machine("laptop")
        .build();
  }
}
