package dev.aidis.sink.rebuild;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private Instant now = Instant.parse("2026-11-30T09:00:00Z");
  private final Patience patience = new Patience(() -> now, "the replay");

  @Test
  void itLastsAsLongAsThereIsMotion() {
    for (int done = 1; done <= 10; done++) {
      pass(Duration.ofMinutes(5));
      patience.requireMotion(done, 100);
    }
  }

  @Test
  void itEndsFiveMinutesAfterTheLast() {
    patience.requireMotion(7, 1_200);
    pass(Duration.ofMinutes(5));
    patience.requireMotion(7, 1_200);
    pass(Duration.ofMillis(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> patience.requireMotion(7, 1_200))
        .withMessage(
            "the replay stands still 1,200 records before the end; the tracker's log says why");
  }

  @Test
  void nothingIsExpectedOfHimWhoHasNothingToDo() {
    patience.requireMotion(7, 0);
    pass(Duration.ofHours(1));
    assertThatNoException().isThrownBy(() -> patience.requireMotion(7, 0));
    pass(Duration.ofMinutes(5));
    assertThatNoException().isThrownBy(() -> patience.requireMotion(7, 3));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
