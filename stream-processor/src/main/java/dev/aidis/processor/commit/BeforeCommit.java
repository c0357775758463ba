package dev.aidis.processor.commit;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a processor wants done before each commit of its task, whoever asked for the commit: in
 * the transaction that ends then, after all that the task has processed. The processor may forward
 * records in it and write to its stores.
 *
 * <p>It runs also before a transaction is given up, where nothing comes of what it writes.
 *
 * <p>To Kafka Streams it is a store that caches and holds nothing. Only those are told of a commit
 * while something can still be written: its own tables forward what they gathered in the same way,
 * by the same types, which are internal to it.
 */
public final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {
  private static final String NAME = "before-commit";

  /** Of a record that comes from no topic, as Kafka Streams has it for punctuators. */
  private static final long NO_OFFSET = -1;

  private static final int NO_PARTITION = -1;

  /** Absent while no processor is initialized, as on a standby. */
  private @Nullable Runnable action;

  private boolean open;

  private BeforeCommit() {}

  /** To be connected to the processor. */
  public static StoreBuilder<BeforeCommit> builder() {
    return new Builder();
  }

  /**
   * Lets the action run before each commit of the task, as a part of the processor that is
   * initialized now.
   */
  public static void run(ProcessorContext<?, ?> context, Runnable action) {
    BeforeCommit beforeCommit = context.getStateStore(NAME);
    beforeCommit.action = new InNode((InternalProcessorContext<?, ?>) context, action);
  }

  /** Lets nothing run any more: the processor is closed. */
  public static void runNothing(ProcessorContext<?, ?> context) {
    BeforeCommit beforeCommit = context.getStateStore(NAME);
    beforeCommit.action = null;
  }

  /** Records that are forwarded go to the children of a node of the topology, here the node's. */
  private static final class InNode implements Runnable {
    private final InternalProcessorContext<?, ?> context;
    private final ProcessorNode<?, ?, ?, ?> node;
    private final Runnable action;

    InNode(InternalProcessorContext<?, ?> context, Runnable action) {
      this.context = context;
      this.node = context.currentNode();
      this.action = action;
    }

    @Override
    public void run() {
      ProcessorNode<?, ?, ?, ?> nodeBefore = context.currentNode();
      ProcessorRecordContext recordBefore = context.recordContext();
      context.setCurrentNode(node);
      context.setRecordContext(
          new ProcessorRecordContext(
              context.currentSystemTimeMs(), NO_OFFSET, NO_PARTITION, null, new RecordHeaders()));
      try {
        action.run();
      } finally {
        context.setRecordContext(recordBefore);
        context.setCurrentNode(nodeBefore);
      }
    }
  }

  @Override
  public void flushCache() {
    if (action != null) {
      action.run();
    }
  }

  @Override
  public void clearCache() {
    // there is none
  }

  @Override
  public boolean setFlushListener(
      CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
    return false;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    open = true;
    context.register(root, (key, value) -> {});
  }

  @Override
  public void close() {
    open = false;
  }

  /** A store that is makes Kafka Streams keep its offsets for it, and hides what it caches. */
  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private static final class Builder implements StoreBuilder<BeforeCommit> {
    @Override
    public BeforeCommit build() {
      return new BeforeCommit();
    }

    @Override
    public StoreBuilder<BeforeCommit> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<BeforeCommit> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<BeforeCommit> withLoggingEnabled(@Nullable Map<String, String> config) {
      throw new UnsupportedOperationException("there is nothing to log");
    }

    @Override
    public StoreBuilder<BeforeCommit> withLoggingDisabled() {
      return this;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }

    @Override
    public String name() {
      return NAME;
    }
  }
}
