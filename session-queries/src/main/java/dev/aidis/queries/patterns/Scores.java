package dev.aidis.queries.patterns;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Scores of several sessions, summed up exactly.
 *
 * @param squares sum of their squares
 */
record Scores(long count, BigDecimal sum, BigDecimal squares) {
  static final Scores NONE = new Scores(0, BigDecimal.ZERO, BigDecimal.ZERO);

  Scores plus(Scores other) {
    return new Scores(count + other.count, sum.add(other.sum), squares.add(other.squares));
  }

  Scores minus(Scores other) {
    return new Scores(
        count - other.count, sum.subtract(other.sum), squares.subtract(other.squares));
  }

  /** Their mean, for one or more. */
  BigDecimal mean() {
    return sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
  }

  double exactMean() {
    return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64).doubleValue();
  }

  /** Sum of the squared distances from the mean. */
  double scatter() {
    BigDecimal ofMean = sum.multiply(sum).divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
    return Math.max(0, squares.subtract(ofMean).doubleValue());
  }
}
