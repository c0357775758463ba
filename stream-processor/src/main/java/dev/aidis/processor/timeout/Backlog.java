package dev.aidis.processor.timeout;

import java.time.Instant;

/**
 * How far the activities of a partition have been processed. Asked before a session is timed out:
 * as long as older activities wait to be read, one of them may continue it.
 */
@FunctionalInterface
public interface Backlog {

  /**
   * Everything that was appended to the partition before this instant has been processed; {@link
   * Instant#MIN} if unknown.
   */
  Instant processedUpTo(int partition);

  /**
   * Whether something is left between what is committed and the end of the partition. It need not
   * be a record: transactions that were given up leave offsets that nobody reads.
   */
  default boolean looksBehind(int partition) {
    return false;
  }
}
