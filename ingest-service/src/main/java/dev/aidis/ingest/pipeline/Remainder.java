package dev.aidis.ingest.pipeline;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Tells how many of some offsets are records. */
@FunctionalInterface
public interface Remainder {

  /**
   * Records in the ranges; offsets that cannot be read yet, of open transactions, count as such.
   */
  long count(Map<TopicPartition, Range> ranges);

  /** From the first offset up to, not including, the second. */
  record Range(long from, long to) {
    long length() {
      return to - from;
    }
  }
}
