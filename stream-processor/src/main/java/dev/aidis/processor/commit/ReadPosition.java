package dev.aidis.processor.commit;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * How far a task has read its partition. Kafka Streams commits it only where it has processed a
 * record since the partition was assigned. So what the consumer passes over at the end of a quiet
 * one (transactions that were given up, and their markers) would look unread for ever.
 */
public final class ReadPosition {
  /**
   * A task that is taken up again after a failure may still have the offset that it had reached
   * before; what it fetches first replaces that. So only a task is helped that has got no record in
   * this time.
   */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final ProcessorContext<?, ?> context;
  private @Nullable Instant quietSince;
  private boolean processed;

  public ReadPosition(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /** A record came: from now on Kafka Streams commits how far the task has read. */
  public void processed() {
    processed = true;
  }

  /**
   * The partition looks unread. If no record came for ten seconds, this lets the task's next commit
   * tell its position: the offset of the first record that is not processed yet, or where the
   * consumer stands if there is none. Kafka Streams asks for the next commit itself, within its
   * interval.
   *
   * <p>It does so for what its own processors remember with the offsets; we set the same flag, by a
   * type that is internal to it.
   */
  public void looksBehind(Instant now) {
    if (quietSince == null) {
      quietSince = now;
    }
    if (!processed && !now.isBefore(quietSince.plus(QUIET))) {
      ((InternalProcessorContext<?, ?>) context).processorMetadata().setNeedsCommit(true);
    }
  }
}
