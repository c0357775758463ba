package dev.aidis.sink.rebuild;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks the broker where topics begin and end, and how far groups are. Not thread-safe. */
final class BrokerOffsets {
  private final Admin admin;

  /** By topic; their number never changes. */
  private final Map<String, Set<TopicPartition>> partitions = new HashMap<>();

  BrokerOffsets(Admin admin) {
    this.admin = admin;
  }

  Set<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
    Set<TopicPartition> known = partitions.get(topic);
    if (known == null) {
      known =
          admin.describeTopics(Set.of(topic)).allTopicNames().get().values().stream()
              .flatMap(description -> description.partitions().stream())
              .map(info -> new TopicPartition(topic, info.partition()))
              .collect(Collectors.toSet());
      partitions.put(topic, known);
    }
    return known;
  }

  Map<TopicPartition, Long> begins(String topic) throws ExecutionException, InterruptedException {
    return listed(topic, OffsetSpec.earliest());
  }

  /** After the last record, of transactions that are still open too. */
  Map<TopicPartition, Long> ends(String topic) throws ExecutionException, InterruptedException {
    return listed(topic, OffsetSpec.latest());
  }

  /** Of the partitions of which the group has committed any: none of a group that never was. */
  Map<TopicPartition, Long> committed(String group, String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    allCommitted(group)
        .forEach(
            (partition, offset) -> {
              if (offset != null && partition.topic().equals(topic)) {
                committed.put(partition, offset.offset());
              }
            });
    return committed;
  }

  private Map<TopicPartition, OffsetAndMetadata> allCommitted(String group)
      throws ExecutionException, InterruptedException {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw e;
    }
  }

  /** Offsets before these ends that a consumer has not read yet. */
  static long left(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }

  private Map<TopicPartition, Long> listed(String topic, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions(topic).forEach(partition -> asked.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .all()
        .get()
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }
}
