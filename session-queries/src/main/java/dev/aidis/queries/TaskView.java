package dev.aidis.queries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it stands, told in whatever session.
 *
 * @param status to do, in progress or done, by its name on the wire
 * @param completedAt absent unless it is done
 */
public record TaskView(
    long number,
    UUID id,
    @Nullable String title,
    @Nullable String description,
    String status,
    @Nullable String project,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt) {}
