package dev.aidis.schemas;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an AI model was used in a session.
 *
 * @param activities how many activities named it
 */
public record ModelUse(
    String model, @Nullable String provider, Instant firstAt, Instant lastAt, long activities) {}
