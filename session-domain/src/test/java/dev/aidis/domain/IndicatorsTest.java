package dev.aidis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.domain.Indicators.Indicator;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan's indicators (section 3.2), computed by hand; an empty value is n/a. */
class IndicatorsTest {

  @ParameterizedTest(name = "{1} of {0} tasks: {2}, {3}", quoteTextArguments = false)
  @CsvSource({
    "0, 0,       ,        ", // nothing to divide by
    "0, 3,       ,        ",
    "4, 0,   0.00, POOR   ",
    "3, 1,  33.33, POOR   ",
    "1000, 399, 39.90, POOR",
    "5, 2,  40.00, WARNING",
    "1000, 699, 69.90, WARNING",
    "10, 7, 70.00, GOOD   ",
    "2, 2, 100.00, GOOD   ",
    "2, 5, 100.00, GOOD   "
  })
  void completionRate(long created, long completed, BigDecimal value, Indicators.Rating rating) {
    Counters counters =
        new Counters(1, created, completed, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, TokenUsage.NONE);

    assertIs(Indicators.of(counters, Duration.ZERO).completionRate(), value, rating);
  }

  @ParameterizedTest(name = "{1} tasks, {0} files: {2}, {3}", quoteTextArguments = false)
  @CsvSource({
    " 0,  5,      ,        ", // nothing to divide by
    " 1,  2, 90.00, GOOD   ",
    " 5, 10, 90.00, GOOD   ",
    " 5,  9, 70.00, GOOD   ",
    " 6, 12, 70.00, GOOD   ",
    "10, 10, 70.00, GOOD   ",
    "10,  9, 50.00, WARNING",
    " 1,  0, 50.00, WARNING",
    "11, 99, 50.00, WARNING",
    "20,  0, 50.00, WARNING",
    "21, 99, 30.00, POOR   "
  })
  void focusScore(long files, long tasks, BigDecimal value, Indicators.Rating rating) {
    Counters counters =
        new Counters(1, tasks, 0, 0, 0, 0, 0, files, 0, 0, 0, 0, 0, 0, 0, 0, TokenUsage.NONE);

    assertIs(Indicators.of(counters, Duration.ZERO).focusScore(), value, rating);
  }

  @ParameterizedTest(name = "+{0} -{1} lines: {2}, {3}", quoteTextArguments = false)
  @CsvSource({
    "   0,    0,        ,        ", // nothing was measured
    "  70,   70,    0.00, GOOD   ",
    " 499,    0,  499.00, GOOD   ",
    "   0,  499,  499.00, GOOD   ",
    " 500,    0,  500.00, WARNING",
    "   0,  999,  999.00, WARNING",
    "1000,    0, 1000.00, POOR   "
  })
  void codeChurn(long added, long removed, BigDecimal value, Indicators.Rating rating) {
    Counters counters =
        new Counters(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, added, 0, 0, removed, 0, 0, TokenUsage.NONE);

    assertIs(Indicators.of(counters, Duration.ZERO).codeChurn(), value, rating);
  }

  @ParameterizedTest(name = "{0} decisions in {1} minutes: {2}, {3}", quoteTextArguments = false)
  @CsvSource({
    "3,   0,       ,        ", // nothing to divide by
    "0,  60,   0.00, POOR   ",
    "1, 121,   0.50, POOR   ",
    "1, 120,   0.50, WARNING",
    "1,  61,   0.98, WARNING",
    "1,  60,   1.00, GOOD   ",
    "3,   1, 180.00, GOOD   "
  })
  void decisionsPerHour(long decisions, long minutes, BigDecimal value, Indicators.Rating rating) {
    Counters counters =
        new Counters(1, 0, 0, 0, 0, 0, decisions, 0, 0, 0, 0, 0, 0, 0, 0, 0, TokenUsage.NONE);

    assertIs(
        Indicators.of(counters, Duration.ofMinutes(minutes)).decisionsPerHour(), value, rating);
  }

  @Test
  void theyAreToldInThePlansOrder() {
    assertThat(Indicators.of(Counters.NONE, Duration.ZERO).all())
        .extracting(Indicator::name)
        .containsExactly("completion_rate", "focus_score", "code_churn", "decision_velocity");
  }

  private static void assertIs(Indicator indicator, BigDecimal value, Indicators.Rating rating) {
    assertThat(indicator.value()).isEqualTo(value);
    assertThat(indicator.rating()).isEqualTo(rating);
  }
}
