package dev.aidis.domain;

import dev.aidis.schemas.Counters;
import dev.aidis.schemas.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The quality indicators of a session: the plan's (section 3.2). The plan gives no bounds for the
 * last two; ours are: code churn below 500 lines good, below 1,000 warning; decisions per hour from
 * 1 good, from 0.5 warning.
 */
public record Indicators(
    Indicator completionRate,
    Indicator focusScore,
    Indicator codeChurn,
    Indicator decisionsPerHour) {

  public enum Rating {
    GOOD,
    WARNING,
    POOR;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param value absent where there is nothing to divide by: n/a, never NaN or infinite
   * @param rating absent where the value is
   */
  public record Indicator(
      String name, String label, @Nullable BigDecimal value, @Nullable Rating rating) {}

  public static Indicators of(Session session) {
    return of(session.counters(), session.duration());
  }

  /** For a session of that duration, of which whole minutes count. */
  public static Indicators of(Counters counters, Duration duration) {
    return new Indicators(
        completionRate(counters),
        focusScore(counters),
        codeChurn(counters),
        decisionsPerHour(counters, duration.toMinutes()));
  }

  public List<Indicator> all() {
    return List.of(completionRate, focusScore, codeChurn, decisionsPerHour);
  }

  private static Indicator completionRate(Counters counters) {
    Double percent =
        counters.tasksCreated() == 0
            ? null
            : Math.min(100.0, 100.0 * counters.tasksCompleted() / counters.tasksCreated());
    return rated("completion_rate", "Task Completion Rate", percent, 70, 40);
  }

  private static Indicator focusScore(Counters counters) {
    long files = counters.filesModified();
    Double focus = files == 0 ? null : focus(files, (double) counters.tasksCreated() / files);
    return rated("focus_score", "Focus Score", focus, 70, 50);
  }

  private static double focus(long files, double tasksPerFile) {
    if (files <= 5 && tasksPerFile >= 2) {
      return 90;
    }
    if (files <= 10 && tasksPerFile >= 1) {
      return 70;
    }
    return files <= 20 ? 50 : 30;
  }

  private static Indicator codeChurn(Counters counters) {
    boolean measured = counters.linesAdded() + counters.linesRemoved() > 0;
    Double churn = measured ? (double) Math.abs(counters.netLines()) : null;
    Rating rating =
        churn == null
            ? null
            : churn < 500 ? Rating.GOOD : churn < 1000 ? Rating.WARNING : Rating.POOR;
    return new Indicator("code_churn", "Code Churn", decimal(churn), rating);
  }

  private static Indicator decisionsPerHour(Counters counters, long minutes) {
    Double velocity = minutes == 0 ? null : counters.decisionsMade() / (minutes / 60.0);
    return rated("decision_velocity", "Decisions per Hour", velocity, 1, 0.5);
  }

  private static Indicator rated(
      String name, String label, @Nullable Double value, double good, double warning) {
    Rating rating =
        value == null
            ? null
            : value >= good ? Rating.GOOD : value >= warning ? Rating.WARNING : Rating.POOR;
    return new Indicator(name, label, decimal(value), rating);
  }

  private static @Nullable BigDecimal decimal(@Nullable Double value) {
    return value == null ? null : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
