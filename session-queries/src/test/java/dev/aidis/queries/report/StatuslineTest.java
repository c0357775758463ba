package dev.aidis.queries.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.SessionView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatuslineTest {
  @Test
  void itSaysHowLongAndToWhatEndAndHowFar() {
    SessionView session = Samples.session(1, "active", "Find the leak", null);
    assertThat(new Statusline(false).of(session, Samples.START.plus(Duration.ofMinutes(72))))
        .startsWith("\u23f1 1h 12m \u00b7 Find the leak")
        .hasLineCount(1);
  }

  @Test
  void inAsciiItIsAscii() {
    SessionView session = Samples.session(1, "active", "Find the leak " + "x".repeat(80), null);
    assertThat(new Statusline(true).of(session, Samples.START.plusSeconds(60)))
        .startsWith("1m | Find the leak xxx")
        .contains("xxx...")
        .matches("\\p{ASCII}+");
  }

  @Test
  void aGoalIsNoCommandToTheTerminal() {
    SessionView session = Samples.session(1, "active", "a\u001b]0;b\u0007\nc", null);
    assertThat(new Statusline(false).of(session, Samples.START))
        .hasLineCount(1)
        .doesNotContain("\u001b", "\u0007");
  }
}
