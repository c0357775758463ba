package dev.aidis.schemas;

/**
 * What an AI used up: tokens, and what they cost. All from 0 up; sums stop at {@link
 * Long#MAX_VALUE}.
 *
 * @param inputTokens read by the model for the first time
 * @param outputTokens written by the model
 * @param cacheReadTokens read from the provider's cache
 * @param cacheCreationTokens written into the provider's cache
 * @param costMicroUsd millionths of a US dollar, as estimated by what told it
 */
public record TokenUsage(
    long inputTokens,
    long outputTokens,
    long cacheReadTokens,
    long cacheCreationTokens,
    long costMicroUsd) {

  public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0);

  public TokenUsage {
    requireCount("inputTokens", inputTokens);
    requireCount("outputTokens", outputTokens);
    requireCount("cacheReadTokens", cacheReadTokens);
    requireCount("cacheCreationTokens", cacheCreationTokens);
    requireCount("costMicroUsd", costMicroUsd);
  }

  private static void requireCount(String field, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(field + " " + count + " must not be negative");
    }
  }

  /** Most activities use nothing: then this is one of the two. */
  public TokenUsage plus(TokenUsage more) {
    if (more.usesNothing()) {
      return this;
    }
    if (usesNothing()) {
      return more;
    }
    return new TokenUsage(
        sum(inputTokens, more.inputTokens),
        sum(outputTokens, more.outputTokens),
        sum(cacheReadTokens, more.cacheReadTokens),
        sum(cacheCreationTokens, more.cacheCreationTokens),
        sum(costMicroUsd, more.costMicroUsd));
  }

  /** Of all four kinds. */
  public long tokens() {
    return sum(sum(inputTokens, outputTokens), sum(cacheReadTokens, cacheCreationTokens));
  }

  public boolean usesNothing() {
    return equals(NONE);
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
