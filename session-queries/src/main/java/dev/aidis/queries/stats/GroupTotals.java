package dev.aidis.queries.stats;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that have a model, tag or project in common.
 *
 * @param averageScore their mean productivity score, with two decimals
 */
public record GroupTotals(
    String name,
    long sessions,
    @Nullable BigDecimal averageScore,
    long tasksCreated,
    long tasksCompleted) {}
