package dev.aidis.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes by which a {@code tokens_used} activity tells its {@link TokenUsage}: decimal
 * digits, up to {@value #MOST}. What is not written so counts nothing.
 */
public final class TokenAttributes {
  public static final String INPUT = "input_tokens";
  public static final String OUTPUT = "output_tokens";
  public static final String CACHE_READ = "cache_read_tokens";
  public static final String CACHE_CREATION = "cache_creation_tokens";

  /** Millionths of a US dollar. */
  public static final String COST = "cost_micro_usd";

  public static final List<String> NAMES = List.of(INPUT, OUTPUT, CACHE_READ, CACHE_CREATION, COST);

  /** What one activity can tell of each: a million dollars, or a trillion tokens, less one. */
  public static final long MOST = 999_999_999_999L;

  private static final int MOST_DIGITS = 12;

  private TokenAttributes() {}

  public static TokenUsage read(Map<String, String> attributes) {
    return new TokenUsage(
        number(attributes.get(INPUT)),
        number(attributes.get(OUTPUT)),
        number(attributes.get(CACHE_READ)),
        number(attributes.get(CACHE_CREATION)),
        number(attributes.get(COST)));
  }

  /** What is none is left out; what is too much for one activity is {@link #MOST}. */
  public static Map<String, String> of(TokenUsage usage) {
    Map<String, String> attributes = new HashMap<>();
    put(attributes, INPUT, usage.inputTokens());
    put(attributes, OUTPUT, usage.outputTokens());
    put(attributes, CACHE_READ, usage.cacheReadTokens());
    put(attributes, CACHE_CREATION, usage.cacheCreationTokens());
    put(attributes, COST, usage.costMicroUsd());
    return attributes;
  }

  private static void put(Map<String, String> attributes, String name, long number) {
    if (number > 0) {
      attributes.put(name, Long.toString(Math.min(number, MOST)));
    }
  }

  private static long number(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
      return 0;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
