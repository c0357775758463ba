package dev.aidis.domain;

import dev.aidis.schemas.Counters;
import dev.aidis.schemas.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * The productivity score of a session, taken apart. The formula is the plan's (section 3.1); a
 * completion rate above 1 (tasks of earlier sessions completed in this one) counts as 1.
 *
 * @param version of the formula
 */
public record Score(
    int version,
    Component completion,
    Component decisions,
    Component context,
    Component lines,
    Component duration) {

  /** The version of the formula that {@link #of} computes. */
  public static final int VERSION = 1;

  /**
   * One part of the score.
   *
   * @param points 0 to {@code most}
   * @param measured false where there was nothing to measure: shown as n/a rather than as 0
   */
  public record Component(String name, BigDecimal points, int most, boolean measured) {

    private static Component of(String name, double points, int most, boolean measured) {
      return new Component(
          name, BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP), most, measured);
    }
  }

  public static Score of(Session session) {
    return of(session.counters(), session.duration());
  }

  /** For a session of that duration, of which whole minutes count. */
  public static Score of(Counters counters, Duration duration) {
    return new Score(
        VERSION,
        completion(counters),
        Component.of(
            "decisions",
            Math.min(counters.decisionsMade() * 3.0, 15),
            15,
            counters.decisionsMade() > 0),
        Component.of(
            "context",
            Math.min(counters.contextItemsAdded() * 2.0, 15),
            15,
            counters.contextItemsAdded() > 0),
        Component.of(
            "lines",
            linePoints(counters.netLines()),
            20,
            counters.linesAdded() + counters.linesRemoved() > 0),
        Component.of("duration", durationPoints(duration.toMinutes()), 10, true));
  }

  public List<Component> components() {
    return List.of(completion, decisions, context, lines, duration);
  }

  /** The sum of the components, 0 to 100 with two decimals. */
  public BigDecimal total() {
    return components().stream().map(Component::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Component completion(Counters counters) {
    long created = Math.max(counters.tasksCreated(), 1);
    double rate = Math.min(1.0, (double) counters.tasksCompleted() / created);
    boolean measured = counters.tasksCreated() + counters.tasksCompleted() > 0;
    return Component.of("completion", rate * 40, 40, measured);
  }

  private static int linePoints(long net) {
    if (net > 0) {
      return net < 500 ? 20 : net < 1000 ? 15 : 5;
    }
    return net < 0 && net > -200 ? 15 : 0;
  }

  private static int durationPoints(long minutes) {
    if (minutes < 60) {
      return 0;
    }
    return minutes <= 180 ? 10 : 5;
  }
}
