package dev.aidis.ingest.access;

import dev.aidis.ingest.session.Recent;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts how often each of many comes, and tells who comes too often: more than so many times a
 * second for longer than two seconds. Remembers the most recent ones only. Thread-safe.
 */
final class Rates {
  private static final int MAX_NAMES = 10_000;
  private static final long BURST = Duration.ofSeconds(2).toNanos();

  private final Map<String, Long> dueByName = new Recent<>(MAX_NAMES);
  private final long nanosEach;
  private final LongSupplier nanoTime;

  /**
   * @param perSecond 0 for any number
   * @param nanoTime as {@link System#nanoTime}
   */
  Rates(int perSecond, LongSupplier nanoTime) {
    this.nanosEach = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    this.nanoTime = nanoTime;
  }

  /** How long that one has to wait; zero if it may come, which is counted. */
  synchronized Duration come(String name) {
    if (nanosEach == 0) {
      return Duration.ZERO;
    }
    long now = nanoTime.getAsLong();
    long lead = lead(name, now) + nanosEach;
    if (lead > BURST) {
      return Duration.ofNanos(lead - BURST);
    }
    dueByName.put(name, now + lead);
    return Duration.ZERO;
  }

  private long lead(String name, long now) {
    Long due = dueByName.get(name);
    return due == null ? 0 : Math.max(0, due - now);
  }
}
