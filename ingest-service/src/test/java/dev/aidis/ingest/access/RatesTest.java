package dev.aidis.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTest {
  private long nanos = Long.MAX_VALUE - 1_000; // System.nanoTime may overflow
  private final Rates rates = new Rates(10, () -> nanos);

  @Test
  void twoSecondsWorthMayComeAtOnceAndThenAsManyAsAreAllowed() {
    // When
    int first = comeUntilRefused("ada");
    nanos += Duration.ofSeconds(1).toNanos();
    int second = comeUntilRefused("ada");

    // Then
    assertThat(first).isEqualTo(20);
    assertThat(second).isEqualTo(10);
  }

  @Test
  void whoeverHasToWaitIsToldHowLong() {
    // Given
    comeUntilRefused("ada");

    // When
    Duration wait = rates.come("ada");

    // Then
    assertThat(wait).isEqualTo(Duration.ofMillis(100));
    nanos += wait.toNanos();
    assertThat(rates.come("ada")).isZero();
  }

  @Test
  void nobodyWaitsForAnother() {
    // Given
    comeUntilRefused("ada");

    // When / Then
    assertThat(rates.come("bob")).isZero();
  }

  @Test
  void noRateIsNoLimit() {
    // Given
    Rates off = new Rates(0, () -> nanos);

    // When / Then
    for (int i = 0; i < 100_000; i++) {
      assertThat(off.come("ada").isZero()).isTrue();
    }
  }

  private int comeUntilRefused(String name) {
    int let = 0;
    while (rates.come(name).isZero()) {
      let++;
    }
    return let;
  }
}
