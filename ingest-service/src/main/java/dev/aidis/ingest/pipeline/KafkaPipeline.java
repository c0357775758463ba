package dev.aidis.ingest.pipeline;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Compares what the groups of processor and sink have committed with the ends of their topics.
 *
 * <p>Offsets also count the markers of transactions, which are no records: where few offsets are
 * left, they are read to see what they are.
 */
public final class KafkaPipeline implements Pipeline {
  private static final long FEW = 100;

  private final Admin admin;
  private final Remainder remainder;

  public KafkaPipeline(Admin admin, Remainder remainder) {
    this.admin = admin;
    this.remainder = remainder;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The processor is asked first: what it has taken it has also passed on, so the sink's topic
   * ends behind it.
   */
  @Override
  public Lag lag() {
    long activities = lag(ConsumerGroups.PROCESSOR, Topics.ACTIVITIES);
    return new Lag(activities, lag(ConsumerGroups.SINK, Topics.SESSION_UPDATES));
  }

  private long lag(String group, String topic) {
    Set<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    Map<TopicPartition, Long> from = offsets(partitions, OffsetSpec.earliest());
    committed(group)
        .forEach((partition, offset) -> from.computeIfPresent(partition, (p, e) -> offset));
    Map<TopicPartition, Remainder.Range> left = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long start = from.getOrDefault(partition, 0L);
          if (end > start) {
            left.put(partition, new Remainder.Range(start, end));
          }
        });
    long offsets = left.values().stream().mapToLong(Remainder.Range::length).sum();
    return offsets > FEW ? offsets : remainder.count(left);
  }

  private Set<TopicPartition> partitions(String topic) {
    Map<String, TopicDescription> topics =
        await(admin.describeTopics(Set.of(topic)).allTopicNames());
    return topics.values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, ListOffsetsResultInfo> found =
        await(
            admin
                .listOffsets(
                    partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec)))
                .all());
    Map<TopicPartition, Long> offsets = new HashMap<>();
    found.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
    return offsets;
  }

  /** Of a group that never was: nothing. */
  private Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      committed.forEach(
          (partition, offset) -> {
            if (offset != null) {
              offsets.put(partition, offset.offset());
            }
          });
      return offsets;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return offsets;
      }
      throw away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away(e);
    }
  }

  private static <T> T await(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away(e);
    }
  }

  private static LogUnavailableException away(Exception e) {
    return new LogUnavailableException(
        "Kafka does not say how far it is read ("
            + (e.getCause() == null ? e : e.getCause()).getMessage()
            + "); check that the broker is running",
        e);
  }
}
