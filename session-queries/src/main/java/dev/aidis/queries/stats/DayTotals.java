package dev.aidis.queries.stats;

import dev.aidis.schemas.Counters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of the user.
 *
 * @param clock time of the day with a session going on, pauses excepted; two at once count once
 * @param active sum of the short gaps between activities, never more than the clock showed
 * @param sessions that began on the day
 * @param averageScore their mean productivity score; absent without one
 * @param counters their sums
 */
public record DayTotals(
    LocalDate date,
    Duration clock,
    Duration active,
    long sessions,
    @Nullable BigDecimal averageScore,
    Counters counters) {}
