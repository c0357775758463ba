package dev.aidis.benchmarks.sink;

import dev.aidis.benchmarks.kafka.ActivityProducer;
import dev.aidis.benchmarks.kafka.ConsumerGroup;
import dev.aidis.benchmarks.load.AssistantLoad;
import dev.aidis.benchmarks.stream.LocalProcessor;
import dev.aidis.schemas.ConsumerGroups;
import dev.aidis.schemas.TopicCreation;
import dev.aidis.schemas.Topics;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.Admin;

/** Fills {@link Topics#SESSION_UPDATES} as in life: by the processor, in its transactions. */
public final class Updates {
  static final int PARTITIONS = Topics.DEFAULT_PARTITIONS;

  private final Admin admin;
  private final String bootstrapServers;
  private final Path state;
  private final AssistantLoad.Expected all = new AssistantLoad.Expected();

  /**
   * @param state where the processor keeps its stores
   */
  public Updates(Admin admin, String bootstrapServers, Path state) {
    this.admin = admin;
    this.bootstrapServers = bootstrapServers;
    this.state = state;
  }

  /**
   * Returns when there is an update for each activity, and the processor has stopped.
   *
   * @param owners see {@link AssistantLoad}
   */
  public AssistantLoad.Expected add(String owners, int activities, int trackerKeys)
      throws Exception {
    TopicCreation.createMissing(admin, Topics.definitions(PARTITIONS, (short) 1));
    AssistantLoad.Expected added;
    try (ActivityProducer producer = new ActivityProducer(bootstrapServers)) {
      added = AssistantLoad.generate(owners, activities, trackerKeys, producer::send);
      producer.flush();
    }
    all.add(added);
    try (LocalProcessor _ = LocalProcessor.start(bootstrapServers, PARTITIONS, state)) {
      new ConsumerGroup(admin, ConsumerGroups.PROCESSOR).awaitCommitted(all.activities);
    }
    return added;
  }
}
