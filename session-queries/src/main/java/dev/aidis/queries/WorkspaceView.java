package dev.aidis.queries;

import java.time.Instant;

/**
 * A stream of an owner's work beside others.
 *
 * @param sessions how many there are in it
 * @param lastActivityAt when something was done in it last
 */
public record WorkspaceView(String name, long sessions, Instant lastActivityAt) {}
