package dev.aidis.ingest.caller;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened that is told now. What waited in a spool says so by headers: {@code
 * Aidis-Occurred-At} is what its machine's clock showed then, {@code Aidis-Age-Ms} how long it has
 * waited, which can be known better than the time.
 *
 * @param at by this tracker's clock
 * @param told by the machine's: the same however often the event is told
 * @param received when it was told
 * @param waited whether it comes from a spool, so that nobody waits for the answer
 */
public record EventTime(Instant at, Instant told, Instant received, boolean waited) {
  public static final String OCCURRED_AT = "Aidis-Occurred-At";
  public static final String AGE = "Aidis-Age-Ms";

  /** Clocks that differ by that much are taken to be right. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** It happens as it is told. */
  public static EventTime live(Instant now) {
    return new EventTime(now, now, now, false);
  }

  /**
   * What a request's headers say.
   *
   * @throws IllegalArgumentException with a sentence, if a header cannot be read
   */
  public static EventTime of(@Nullable String occurredAt, @Nullable String age, Instant now) {
    if (occurredAt == null) {
      return live(now);
    }
    Instant told = instant(occurredAt);
    return new EventTime(byOurClock(told, age(age), now), told, now, true);
  }

  /**
   * The time told, unless the age says that the machine's clock was wrong then; never after now.
   */
  private static Instant byOurClock(Instant told, @Nullable Duration age, Instant now) {
    Instant counted = age == null ? told : now.minus(age);
    boolean agree = Duration.between(counted, told).abs().compareTo(TOLERANCE) <= 0;
    Instant at = agree ? told : counted;
    return at.isAfter(now) ? now : at;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s '%s' must be a time such as 2026-06-28T13:00:00Z.".formatted(OCCURRED_AT, text), e);
    }
  }

  private static @Nullable Duration age(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,15}")) {
      throw new IllegalArgumentException(
          "%s '%s' must be a number of milliseconds.".formatted(AGE, text));
    }
    return Duration.ofMillis(Long.parseLong(text));
  }
}
