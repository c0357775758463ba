package dev.aidis.queries.patterns;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A cell whose sessions score differently from all others, by more than chance explains.
 *
 * @param extreme whether no other cell of the dimension with enough sessions is better (or, where
 *     it is worse than the rest, worse)
 * @param restSessions all others of the range
 * @param restAverage their mean score
 * @param chance how probable it is that at least one cell of the dimension would stand out so far
 *     if there were no difference, below 0.05
 */
public record Finding(
    Cell cell, boolean extreme, long restSessions, BigDecimal restAverage, double chance) {

  /** Points above the rest, negative where it is below. */
  public BigDecimal margin() {
    return cell.averageScore().subtract(restAverage);
  }

  /** Whether these sessions are the better ones. */
  public boolean better() {
    return margin().signum() > 0;
  }

  /** In words, with the numbers behind it. */
  public String sentence() {
    return "%s productive %s: %s on average in %d sessions on %d days, %s points %s than in the other %d (%s)."
        .formatted(
            degree(),
            Wording.when(cell),
            oneDigit(cell.averageScore()),
            cell.sessions(),
            cell.days(),
            oneDigit(margin().abs()),
            better() ? "more" : "less",
            restSessions,
            oneDigit(restAverage));
  }

  private String degree() {
    if (extreme) {
      return better() ? "Most" : "Least";
    }
    return better() ? "More" : "Less";
  }

  private static String oneDigit(BigDecimal value) {
    return value.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
