package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionRulesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void theDefaultsAreTwoHoursADayAndAQuarterOfAnHour() {
    assertThat(SessionRules.DEFAULT)
        .isEqualTo(
            new SessionRules(Duration.ofHours(2), Duration.ofHours(24), Duration.ofMinutes(15)));
  }

  @Test
  void allThreeMayBeTheSame() {
    assertThatCode(() -> new SessionRules(HOUR, HOUR, HOUR)).doesNotThrowAnyException();
  }

  @Test
  void aGapMustBePositive() {
    assertThatThrownBy(() -> new SessionRules(Duration.ZERO, HOUR, HOUR))
        .hasMessage("inactivityGap PT0S must be positive");
    assertThatThrownBy(() -> new SessionRules(HOUR, HOUR, Duration.ofMillis(-1)))
        .hasMessage("activeGap PT-0.001S must be positive");
  }

  @Test
  void aSessionMustBeAllowedToBeAsLongAsAGap() {
    assertThatThrownBy(() -> new SessionRules(HOUR, HOUR.minusMillis(1), HOUR))
        .hasMessage("maxLength PT59M59.999S must be at least the inactivityGap PT1H");
  }

  @Test
  void whatIsActiveMustNotBeInactive() {
    assertThatThrownBy(() -> new SessionRules(HOUR, HOUR, HOUR.plusMillis(1)))
        .hasMessage("activeGap PT1H0.001S must be at most the inactivityGap PT1H");
  }
}
