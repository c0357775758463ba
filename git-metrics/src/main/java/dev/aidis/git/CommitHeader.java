package dev.aidis.git;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A commit before its files are read: what it takes to choose and to order commits.
 *
 * @param authorEmail as written in the commit, {@code %ae}; empty where there is none
 * @param authoredAt {@code %at}, null where the commit's author line has no readable time
 */
public record CommitHeader(String sha, String authorEmail, @Nullable Instant authoredAt) {}
