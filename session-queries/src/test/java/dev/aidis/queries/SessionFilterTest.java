package dev.aidis.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFilterTest {
  private static final SessionFilter ALL = SessionFilter.newest("ada", 10);

  @ParameterizedTest
  @ValueSource(strings = {"???", " ", "", "-- !"})
  void aTextThatHoldsNoWordIsRefusedRatherThanMetByAllSessions(String text) {
    assertThatThrownBy(() -> ALL.withText(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text '%s' holds no word to look for; give letters or digits", text);
  }

  @Test
  void aTextThatHoldsOneIsTakenAsItStandsAndNoneAsNoMatter() {
    assertThat(ALL.withText("C++?").text()).isEqualTo("C++?");
    assertThat(ALL.withText(null)).isEqualTo(ALL);
  }
}
