package dev.aidis.queries.patterns;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An hour of the week, for a map of the week.
 *
 * @param hour 0 to 23, on the user's clock
 * @param clock time with a session going on; two at once count once
 * @param sessions that began in it
 * @param averageScore their mean productivity score; absent without one
 */
public record HourCell(
    DayOfWeek weekday,
    int hour,
    Duration clock,
    long sessions,
    @Nullable BigDecimal averageScore) {}
