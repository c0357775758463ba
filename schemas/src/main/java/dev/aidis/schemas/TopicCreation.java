package dev.aidis.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics that are not there yet. Any number of services may do so at the same time. */
public final class TopicCreation {
  private static final int ATTEMPTS = 300;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private TopicCreation() {}

  /**
   * Returns when every partition of the topics can be written to. The broker answers a creation
   * earlier than that, and an idempotent producer that sends in between can be stuck until its
   * delivery timeout, with OUT_OF_ORDER_SEQUENCE_NUMBER (KAFKA-14359).
   *
   * @throws ExecutionException if the broker refuses, or does not answer within the client's
   *     timeouts
   */
  public static void createMissing(Admin admin, List<NewTopic> topics)
      throws InterruptedException, ExecutionException {
    for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
      try {
        created.get();
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof TopicExistsException)) {
          throw failure;
        }
      }
    }
    awaitLeaders(admin, topics.stream().map(NewTopic::name).toList());
  }

  /** A broker that has not heard yet of a topic denies that there is one. */
  private static void awaitLeaders(Admin admin, List<String> topics)
      throws InterruptedException, ExecutionException {
    for (int attempt = 1; ; attempt++) {
      try {
        askLeaders(admin, topics);
        return;
      } catch (ExecutionException failure) {
        if (attempt == ATTEMPTS
            || !(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw failure;
        }
        LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      }
    }
  }

  /** An end offset is told by a partition's leader only: the client asks until there is one. */
  private static void askLeaders(Admin admin, List<String> topics)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  ends.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    admin.listOffsets(ends).all().get();
  }
}
