package dev.aidis.queries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was modified or mentioned in a session.
 *
 * @param mentions how often it was {@code @mentioned}
 * @param firstModifiedAt absent where it was only mentioned
 * @param lastModifiedAt absent where it was only mentioned
 */
public record FileView(
    String path,
    long timesModified,
    long mentions,
    long linesAdded,
    long linesRemoved,
    @Nullable Instant firstModifiedAt,
    @Nullable Instant lastModifiedAt) {}
