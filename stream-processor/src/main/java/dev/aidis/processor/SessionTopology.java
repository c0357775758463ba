package dev.aidis.processor;

import dev.aidis.processor.commit.BeforeCommit;
import dev.aidis.processor.commit.CommitTiming;
import dev.aidis.processor.store.Stores;
import dev.aidis.processor.timeout.Backlog;
import dev.aidis.schemas.Topics;
import dev.aidis.service.tracing.Tracing;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Activities in, session updates and dead letters out. */
final class SessionTopology {
  static final String UPDATES = "session-updates";
  static final String DEAD_LETTERS = "dead-letters";

  private static final String ACTIVITIES = "activities";
  private static final String CONTINUED_TRACES = "continued-traces";
  private static final String TOLD_UPDATES = "told-session-updates";
  private static final String SESSIONIZE = "sessionize";

  private SessionTopology() {}

  /** Untraced, and no replay. */
  static Topology of(ProcessorSettings settings, Backlog backlog, ProcessorMetrics metrics) {
    return of(settings, new ReplaySettings(null), backlog, metrics, Tracing.OFF);
  }

  /** A replay makes no dead letters, which are known already, and no traces, which are past. */
  static Topology of(
      ProcessorSettings settings,
      ReplaySettings replay,
      Backlog backlog,
      ProcessorMetrics metrics,
      Tracing tracing) {
    // What a record becomes is published while the record is processed: it belongs to its trace.
    boolean traced = tracing.isOn() && !replay.isReplay();
    ByteArraySerializer bytes = new ByteArraySerializer();
    CommitTiming commits = new CommitTiming(System::nanoTime);
    Topology topology =
        new Topology()
            .addSource(
                ACTIVITIES,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topics.ACTIVITIES);
    if (traced) {
      topology.addProcessor(CONTINUED_TRACES, () -> new ContinuedTraces(tracing), ACTIVITIES);
    }
    topology.addProcessor(
        SESSIONIZE,
        () -> new SessionizeProcessor(settings, backlog, metrics, commits, traced),
        traced ? CONTINUED_TRACES : ACTIVITIES);
    if (traced) {
      topology.addProcessor(UPDATES, () -> new ToldTraces(tracing), SESSIONIZE);
    }
    topology.addSink(
        traced ? TOLD_UPDATES : UPDATES,
        replay.updatesTopic(),
        bytes,
        bytes,
        traced ? UPDATES : SESSIONIZE);
    if (replay.isReplay()) {
      topology.addProcessor(DEAD_LETTERS, Forgetting::new, SESSIONIZE);
    } else {
      topology.addSink(DEAD_LETTERS, Topics.DEAD_LETTERS, bytes, bytes, SESSIONIZE);
    }
    for (StoreBuilder<?> store : Stores.builders()) {
      topology.addStateStore(store, SESSIONIZE);
    }
    topology.addStateStore(BeforeCommit.builder(), SESSIONIZE);
    return topology;
  }

  /** Takes records and does nothing. */
  private static final class Forgetting implements Processor<byte[], byte[], byte[], byte[]> {
    @Override
    public void process(Record<byte[], byte[]> record) {
      // it is among the dead letters since it was read first
    }
  }
}
