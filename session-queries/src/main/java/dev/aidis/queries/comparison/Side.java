package dev.aidis.queries.comparison;

import dev.aidis.queries.SessionView;
import org.jspecify.annotations.Nullable;

/**
 * One of two sessions to compare.
 *
 * @param mergedName the number or id that was asked for, where that session was merged into this
 *     one; absent where this one was asked for
 */
public record Side(SessionView session, @Nullable String mergedName) {}
