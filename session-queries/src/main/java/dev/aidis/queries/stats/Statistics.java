package dev.aidis.queries.stats;

import dev.aidis.schemas.Counters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an owner did in a range of days. Counts and scores are those of the sessions that began in
 * it; times are those parts of sessions that lie in it, wherever they began.
 *
 * @param sessions that began in the range
 * @param clock time with a session going on, pauses excepted; two at once count once
 * @param active sum of the short gaps between activities, never more than the clock showed: of a
 *     session that reaches over the border its share, of sessions at once their sum as far as there
 *     was time for it
 * @param averageSession mean duration of the sessions; absent without one
 * @param averageScore mean productivity score, 0 to 100 with two decimals; absent without a session
 * @param counters sums over the sessions; {@code filesModified} counts a file once for each session
 * @param days those on which something was done, in time order
 * @param models most sessions first
 * @param tags most sessions first
 * @param projects most sessions first
 * @param tokens of each AI model by what told its use, in the same sessions; the most expensive
 *     first
 * @param languages that were written in the same sessions; the most written first
 */
public record Statistics(
    DateRange range,
    long sessions,
    Duration clock,
    Duration active,
    @Nullable Duration averageSession,
    @Nullable BigDecimal averageScore,
    Counters counters,
    List<DayTotals> days,
    List<GroupTotals> models,
    List<GroupTotals> tags,
    List<GroupTotals> projects,
    List<ModelTokens> tokens,
    List<LanguageTotals> languages) {

  private static final Comparator<DayTotals> PRODUCTIVITY =
      Comparator.comparing(Statistics::score)
          .thenComparingLong(day -> day.counters().tasksCompleted())
          .thenComparing(DayTotals::clock)
          .thenComparing(DayTotals::date);

  public Statistics {
    days = List.copyOf(days);
    models = List.copyOf(models);
    tags = List.copyOf(tags);
    projects = List.copyOf(projects);
    tokens = List.copyOf(tokens);
    languages = List.copyOf(languages);
  }

  /**
   * Tasks completed of those created, in percent, at most 100; absent where none was created.
   * (Tasks of earlier days may be completed in the range.)
   */
  public Optional<BigDecimal> completionRate() {
    if (counters.tasksCreated() == 0) {
      return Optional.empty();
    }
    BigDecimal percent =
        BigDecimal.valueOf(counters.tasksCompleted())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(counters.tasksCreated()), 2, RoundingMode.HALF_UP);
    return Optional.of(percent.min(BigDecimal.valueOf(100)));
  }

  /**
   * The day whose sessions have the highest mean score; of several the one with more tasks
   * completed, then with more time, then the latest.
   */
  public Optional<DayTotals> mostProductiveDay() {
    return days.stream().filter(day -> day.averageScore() != null).max(PRODUCTIVITY);
  }

  /** The model of most sessions. */
  public Optional<GroupTotals> preferredModel() {
    return models.stream().findFirst();
  }

  private static BigDecimal score(DayTotals day) {
    BigDecimal score = day.averageScore();
    return score == null ? BigDecimal.ZERO : score;
  }
}
