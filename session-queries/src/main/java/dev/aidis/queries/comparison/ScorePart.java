package dev.aidis.queries.comparison;

import dev.aidis.domain.Score;
import java.math.BigDecimal;

/** One component of the score of two sessions. */
public record ScorePart(Score.Component first, Score.Component second) {

  /** Such as {@code completion}. */
  public String name() {
    return first.name();
  }

  /** Points of the second less those of the first. */
  public BigDecimal difference() {
    return second.points().subtract(first.points());
  }
}
