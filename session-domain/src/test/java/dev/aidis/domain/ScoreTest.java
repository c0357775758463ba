package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.domain.Score.Component;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan's formula (section 3.1), computed by hand. */
class ScoreTest {

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # session                               | created | completed | decisions | context | +lines | -lines | minutes | total
          nothing at all                          |  0      |  0        |  0        |  0      |     0  |    0   |    0    |   0.00
          the best there is                       |  4      |  4        |  5        |  8      |   300  |   10   |  120    | 100.00
          one of three tasks                      |  3      |  1        |  0        |  0      |     0  |    0   |    0    |  13.33
          two of three tasks                      |  3      |  2        |  0        |  0      |     0  |    0   |    0    |  26.67
          more completed than created             |  1      |  9        |  0        |  0      |     0  |    0   |    0    |  40.00
          completed, none created                 |  0      |  1        |  0        |  0      |     0  |    0   |    0    |  40.00
          four decisions                          |  0      |  0        |  4        |  0      |     0  |    0   |    0    |  12.00
          decisions beyond the most               |  0      |  0        |  6        |  0      |     0  |    0   |    0    |  15.00
          seven context items                     |  0      |  0        |  0        |  7      |     0  |    0   |    0    |  14.00
          context items beyond the most           |  0      |  0        |  0        |  9      |     0  |    0   |    0    |  15.00
          net lines 1                             |  0      |  0        |  0        |  0      |     1  |    0   |    0    |  20.00
          net lines 499                           |  0      |  0        |  0        |  0      |   499  |    0   |    0    |  20.00
          net lines 500                           |  0      |  0        |  0        |  0      |   600  |  100   |    0    |  15.00
          net lines 999                           |  0      |  0        |  0        |  0      |   999  |    0   |    0    |  15.00
          net lines 1000                          |  0      |  0        |  0        |  0      |  1000  |    0   |    0    |   5.00
          net lines -1                            |  0      |  0        |  0        |  0      |     0  |    1   |    0    |  15.00
          net lines -199                          |  0      |  0        |  0        |  0      |     1  |  200   |    0    |  15.00
          net lines -200                          |  0      |  0        |  0        |  0      |     0  |  200   |    0    |   0.00
          as many lines removed as added          |  0      |  0        |  0        |  0      |    70  |   70   |    0    |   0.00
          59 minutes                              |  0      |  0        |  0        |  0      |     0  |    0   |   59    |   0.00
          60 minutes                              |  0      |  0        |  0        |  0      |     0  |    0   |   60    |  10.00
          180 minutes                             |  0      |  0        |  0        |  0      |     0  |    0   |  180    |  10.00
          181 minutes                             |  0      |  0        |  0        |  0      |     0  |    0   |  181    |   5.00
          a whole day                             |  0      |  0        |  0        |  0      |     0  |    0   | 1440    |   5.00
          an ordinary one: 20 + 6 + 8 + 15 + 10   |  6      |  3        |  2        |  4      |   700  |   50   |   95    |  59.00
          """)
  void theTotalIsThePlansFormula(
      String session,
      long created,
      long completed,
      long decisions,
      long context,
      long added,
      long removed,
      long minutes,
      BigDecimal total) {
    Counters counters = counters(created, completed, decisions, context, added, removed);

    assertThat(Score.of(counters, Duration.ofMinutes(minutes)).total()).isEqualTo(total);
  }

  @Test
  void theTotalIsTheSumOfItsComponents() {
    Score score = Score.of(counters(6, 3, 2, 4, 700, 50), Duration.ofMinutes(95));

    assertThat(score.version()).isEqualTo(1);
    assertThat(score.components())
        .extracting(Component::name, c -> c.points().toString(), Component::most)
        .containsExactly(
            tuple("completion", "20.00", 40),
            tuple("decisions", "6.00", 15),
            tuple("context", "8.00", 15),
            tuple("lines", "15.00", 20),
            tuple("duration", "10.00", 10));
  }

  @Test
  void secondsBelowAWholeMinuteDoNotCount() {
    assertThat(Score.of(Counters.NONE, Duration.ofMinutes(60).minusMillis(1)).total())
        .isEqualTo("0.00");
    assertThat(Score.of(Counters.NONE, Duration.ofMinutes(181).minusMillis(1)).total())
        .isEqualTo("10.00");
  }

  @Test
  void whatWasNotMeasuredSaysSo() {
    assertThat(Score.of(Counters.NONE, Duration.ZERO).components())
        .filteredOn(Component::measured)
        .extracting(Component::name)
        .containsExactly("duration");
    assertThat(Score.of(counters(1, 0, 1, 1, 0, 1), Duration.ZERO).components())
        .allMatch(Component::measured);
  }

  @Test
  void linesThatCancelOutWereMeasured() {
    Component lines = Score.of(counters(0, 0, 0, 0, 70, 70), Duration.ZERO).lines();

    assertThat(lines.measured()).isTrue();
    assertThat(lines.points()).isEqualTo("0.00");
  }

  private static Counters counters(
      long created, long completed, long decisions, long context, long added, long removed) {
    return new Counters(
        1,
        created,
        completed,
        0,
        0,
        context,
        decisions,
        0,
        0,
        0,
        0,
        0,
        added,
        removed,
        0,
        0,
        TokenUsage.NONE);
  }
}
