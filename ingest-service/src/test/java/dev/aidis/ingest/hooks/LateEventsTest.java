package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.caller.EventTime;
import dev.aidis.schemas.Activity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When something happened that is told late. */
class LateEventsTest {
  private static final Instant NOW = HookBench.NOW;
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void whatIsToldAtOnceHappensNow() {
    assertThat(EventTime.of(null, null, NOW)).isEqualTo(EventTime.live(NOW));
  }

  @Test
  void whatWaitedHappenedWhenItsMachineSaidIt() {
    Instant told = NOW.minus(HOUR).plusMillis(3);
    assertThat(read(told.toString(), "3600000")).isEqualTo(new EventTime(told, told, NOW, true));
    assertThat(read(told.toString(), null)).isEqualTo(new EventTime(told, told, NOW, true));
  }

  @Test
  void aClockThatWasWrongIsSetRightByTheAge() {
    for (String wrong : new String[] {"1970-01-01T00:00:09Z", "2031-01-01T00:00:00.5Z"}) {
      EventTime time = read(wrong, "3600000");
      assertThat(time.at()).as(wrong).isEqualTo(NOW.minus(HOUR));
      assertThat(time.told()).isEqualTo(Instant.parse(wrong));
    }
  }

  @Test
  void nothingHappensInTheFuture() {
    assertThat(read(NOW.plusSeconds(60).toString(), "0").at()).isEqualTo(NOW);
    assertThat(read("2031-01-01T00:00:00Z", null).at()).isEqualTo(NOW);
  }

  @Test
  void toldAgainLaterItIsTheSameActivity() {
    // Given
    String stop = "{\"session_id\": \"s\", \"hook_event_name\": \"Stop\"}";
    EventTime first = new EventTime(NOW, Instant.EPOCH, NOW, true);
    EventTime again = new EventTime(NOW.plusSeconds(90), Instant.EPOCH, NOW.plusSeconds(90), true);
    // When
    Activity once = one(stop, first);
    Activity twice = one(stop, again);
    // Then
    assertThat(twice.id()).isEqualTo(once.id());
    assertThat(once.occurredAt()).isEqualTo(NOW);
    assertThat(once.claimedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void whatIsNoTimeIsRefusedWithAWord() {
    assertThatThrownBy(() -> read("yesterday", null))
        .hasMessage("Aidis-Occurred-At 'yesterday' must be a time such as 2026-06-28T13:00:00Z.");
    assertThatThrownBy(() -> read(NOW.toString(), "-1"))
        .hasMessage("Aidis-Age-Ms '-1' must be a number of milliseconds.");
  }

  private static EventTime read(String occurredAt, @Nullable String age) {
    return EventTime.of(occurredAt, age, NOW);
  }

  private static Activity one(String payload, EventTime time) {
    return HookBench.create().tell(payload, HookBench.CALLER, time).activities().getFirst();
  }
}
