package dev.aidis.queries.stats;

import dev.aidis.schemas.TokenUsage;

/**
 * What an AI model used up.
 *
 * @param model its name; {@code unknown} of what was told without one, {@value #ARCHIVED} of what
 *     was used in months that are archived, where only the sessions' sums stay
 */
public record ModelTokens(String model, TokenUsage usage) {
  public static final String ARCHIVED = "archived";
}
