package dev.aidis.queries.patterns;

import java.util.OptionalDouble;

/**
 * When a difference is worth telling:
 *
 * <ul>
 *   <li>the cell has at least {@value #SESSIONS} sessions on at least {@value #DAYS} different
 *       days, and there are at least as many sessions beside it;
 *   <li>their mean scores are at least {@value #MARGIN} points apart;
 *   <li>chance is unlikely to explain it: by Student's test with the common variance of both,
 *       two-sided, multiplied by the number of cells of the dimension that have enough sessions
 *       (Bonferroni), the probability is below {@value #CHANCE}. So of users without any pattern,
 *       at most one in twenty is told one for a dimension.
 * </ul>
 */
final class FindingRule {
  static final long SESSIONS = 5;
  static final long DAYS = 3;
  static final double MARGIN = 5;
  static final double CHANCE = 0.05;

  private FindingRule() {}

  static boolean enough(Scores cell, long days, Scores rest) {
    return cell.count() >= SESSIONS && days >= DAYS && rest.count() >= SESSIONS;
  }

  /**
   * The probability that chance explains the difference, where it is worth telling.
   *
   * @param tested how many cells of the dimension have enough sessions
   */
  static OptionalDouble chance(Scores cell, Scores rest, int tested) {
    double margin = cell.exactMean() - rest.exactMean();
    if (Math.abs(margin) < MARGIN) {
      return OptionalDouble.empty();
    }
    double freedom = cell.count() + rest.count() - 2.0;
    double variance = (cell.scatter() + rest.scatter()) / freedom;
    double error = Math.sqrt(variance * (1.0 / cell.count() + 1.0 / rest.count()));
    double chance = tested * StudentT.twoSided(Math.abs(margin) / error, freedom);
    return chance < CHANCE ? OptionalDouble.of(chance) : OptionalDouble.empty();
  }
}
