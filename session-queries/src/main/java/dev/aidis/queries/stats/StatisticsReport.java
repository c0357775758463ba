package dev.aidis.queries.stats;

import dev.aidis.queries.Scope;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Statistics with those of the time before beside them.
 *
 * @param zone whose days these are
 * @param running whether today is in the period and not its last day: it has less behind it than
 *     the previous one
 * @param previous of as long a time just before; absent where the period is everything
 */
public record StatisticsReport(
    Scope scope,
    Period period,
    ZoneId zone,
    boolean running,
    Statistics current,
    @Nullable Statistics previous) {}
