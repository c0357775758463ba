package dev.aidis.queries.stats;

import dev.aidis.schemas.TokenUsage;

/**
 * What an AI model used up.
 *
 * @param model its name; {@code unknown} of what was told without one
 */
public record ModelTokens(String model, TokenUsage usage) {}
