package dev.aidis.queries.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of two sessions.
 *
 * @param name such as {@code tasks_completed}
 * @param label for people
 * @param first absent where there was nothing to measure
 * @param second absent where there was nothing to measure
 */
public record Measure(
    String name, String label, Unit unit, @Nullable BigDecimal first, @Nullable BigDecimal second) {

  static Measure of(String name, String label, Unit unit, long first, long second) {
    return new Measure(name, label, unit, BigDecimal.valueOf(first), BigDecimal.valueOf(second));
  }

  /** Second less first; absent where one of them is. */
  public @Nullable BigDecimal difference() {
    return first == null || second == null ? null : second.subtract(first);
  }
}
