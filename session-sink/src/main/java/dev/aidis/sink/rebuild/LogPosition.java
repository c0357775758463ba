package dev.aidis.sink.rebuild;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far somebody has read the log of activities.
 *
 * @param begins first offset of each partition
 * @param ends after the last
 * @param read up to where it is read and what comes of it is published
 */
record LogPosition(
    Map<TopicPartition, Long> begins,
    Map<TopicPartition, Long> ends,
    Map<TopicPartition, Long> read) {

  long total() {
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  long done() {
    return total() - left();
  }

  long left() {
    return left(ends);
  }

  /** Records before these ends that are not read yet. */
  long left(Map<TopicPartition, Long> until) {
    return until.entrySet().stream()
        .mapToLong(
            end ->
                end.getValue()
                    - Math.max(
                        read.getOrDefault(end.getKey(), 0L), begins.getOrDefault(end.getKey(), 0L)))
        .map(one -> Math.max(0, one))
        .sum();
  }
}
