package dev.aidis.sink.rebuild;

import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.Replay;
import dev.aidis.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** How far a replay is, and the processor and the sinks that it runs beside. */
final class PipelineOffsets {
  private final BrokerOffsets broker;
  private final Replay replay;

  PipelineOffsets(Admin admin, Replay replay) {
    this.broker = new BrokerOffsets(admin);
    this.replay = replay;
  }

  LogPosition ofReplay() throws ExecutionException, InterruptedException {
    return of(replay.applicationId());
  }

  LogPosition ofLiveProcessor() throws ExecutionException, InterruptedException {
    return of(ConsumerGroups.PROCESSOR);
  }

  private LogPosition of(String group) throws ExecutionException, InterruptedException {
    return new LogPosition(
        broker.begins(Topics.ACTIVITIES),
        broker.ends(Topics.ACTIVITIES),
        broker.committed(group, Topics.ACTIVITIES));
  }

  /** Of the live updates, by partition; none where nothing is known to be written. */
  Map<TopicPartition, Long> ofSinks() throws ExecutionException, InterruptedException {
    return broker.committed(ConsumerGroups.SINK, Topics.SESSION_UPDATES);
  }

  Map<TopicPartition, Long> endsOfReplayedUpdates()
      throws ExecutionException, InterruptedException {
    return broker.ends(replay.updatesTopic());
  }

  Map<TopicPartition, Long> endsOfLiveUpdates() throws ExecutionException, InterruptedException {
    return broker.ends(Topics.SESSION_UPDATES);
  }

  Set<TopicPartition> partitionsOfReplayedUpdates()
      throws ExecutionException, InterruptedException {
    return broker.partitions(replay.updatesTopic());
  }

  Set<TopicPartition> partitionsOfLiveUpdates() throws ExecutionException, InterruptedException {
    return broker.partitions(Topics.SESSION_UPDATES);
  }
}
