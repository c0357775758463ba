package dev.aidis.sink.rebuild;

import dev.aidis.schemas.Replay;
import dev.aidis.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How far a replay has read the log. */
final class ReplayOffsets {
  private final Admin admin;
  private final Replay replay;

  ReplayOffsets(Admin admin, Replay replay) {
    this.admin = admin;
    this.replay = replay;
  }

  /**
   * @param begins first offset of each partition of the log
   * @param ends after the last
   * @param read up to where the replay has read and published
   */
  record Look(
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
                          read.getOrDefault(end.getKey(), 0L),
                          begins.getOrDefault(end.getKey(), 0L)))
          .map(one -> Math.max(0, one))
          .sum();
    }
  }

  Look look() throws ExecutionException, InterruptedException {
    Set<TopicPartition> log = partitions(Topics.ACTIVITIES);
    return new Look(
        offsets(log, OffsetSpec.earliest()), offsets(log, OffsetSpec.latest()), committed());
  }

  /** The ends of the replay's updates, of transactions that are still open too. */
  Map<TopicPartition, Long> endsOfUpdates() throws ExecutionException, InterruptedException {
    return offsets(partitions(replay.updatesTopic()), OffsetSpec.latest());
  }

  Set<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
    return admin.describeTopics(Set.of(topic)).allTopicNames().get().values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(info -> new TopicPartition(topic, info.partition()))
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> read = new HashMap<>();
    admin
        .listConsumerGroupOffsets(replay.applicationId())
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach(
            (partition, offset) -> {
              if (offset != null && partition.topic().equals(Topics.ACTIVITIES)) {
                read.put(partition, offset.offset());
              }
            });
    return read;
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .all()
        .get()
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }
}
