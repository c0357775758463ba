package dev.aidis.sink.rebuild;

import dev.aidis.sink.intake.BatchIntake;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Writes a replay's updates into the new tables. Belongs to no group. For one thread. */
final class ReplayedUpdates implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final BatchIntake intake;

  ReplayedUpdates(
      Consumer<byte[], byte[]> consumer, Set<TopicPartition> partitions, BatchIntake intake) {
    this.consumer = consumer;
    this.intake = intake;
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Takes what comes within a moment. */
  void step() throws SQLException {
    intake.take(consumer.poll(POLL));
  }

  /** Offsets before these ends that are not written yet. */
  long left(Map<TopicPartition, Long> ends) {
    return BrokerOffsets.left(consumer, ends);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
