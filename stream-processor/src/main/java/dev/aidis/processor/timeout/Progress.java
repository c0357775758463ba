package dev.aidis.processor.timeout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition has been processed, found out by looking again and again where the log ends
 * and what is committed. Under steady load what is committed never reaches the end of the moment;
 * so an end is remembered until what is committed has reached it. Not thread-safe.
 */
final class Progress {
  private Instant processedUpTo = Instant.MIN;
  private @Nullable End awaited;

  /** Everything appended before that time lies before the offset. */
  private record End(Instant asOf, long offset) {}

  /** Everything appended before this has been processed; {@link Instant#MIN} if unknown. */
  Instant processedUpTo() {
    return processedUpTo;
  }

  /** Whether what was committed at the last look did not reach the end of the log. */
  boolean isAwaiting() {
    return awaited != null;
  }

  /**
   * Takes in a look.
   *
   * @param asOf before the look began, not before those of earlier looks
   * @param end the offset after the last record
   * @param committed the offset after the last record processed; asked for after {@code end}
   */
  void note(Instant asOf, long end, long committed) {
    if (committed >= end) {
      reached(new End(asOf, end));
    } else if (awaited == null) {
      awaited = new End(asOf, end);
    } else if (committed >= awaited.offset()) {
      reached(awaited);
      awaited = new End(asOf, end);
    }
  }

  private void reached(End end) {
    if (end.asOf().isAfter(processedUpTo)) {
      processedUpTo = end.asOf();
    }
    awaited = null;
  }
}
