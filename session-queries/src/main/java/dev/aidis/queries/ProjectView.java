package dev.aidis.queries;

import java.time.Instant;

/**
 * A project as one owner has worked on it.
 *
 * @param sessions of the owner that are on it now
 * @param firstStartedAt when the first of them began
 * @param lastActivityAt when something was done in one of them last
 */
public record ProjectView(
    String name, long sessions, Instant firstStartedAt, Instant lastActivityAt) {}
