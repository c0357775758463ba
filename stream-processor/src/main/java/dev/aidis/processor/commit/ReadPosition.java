package dev.aidis.processor.commit;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;

/**
 * How far a task has read its partition. Kafka Streams commits it only where it has processed a
 * record since the partition was assigned. So what the consumer passes over at the end of a quiet
 * one (transactions that were given up, and their markers) would look unread for ever.
 */
public final class ReadPosition {
  private ReadPosition() {}

  /**
   * Lets the task's next commit tell it anyway: the offset of the first record that is not
   * processed yet, or where the consumer stands if there is none. Kafka Streams asks for the next
   * commit itself, within its interval.
   *
   * <p>It does so for what its own processors remember with the offsets; we set the same flag, by a
   * type that is internal to it.
   */
  public static void commit(ProcessorContext<?, ?> context) {
    ((InternalProcessorContext<?, ?>) context).processorMetadata().setNeedsCommit(true);
  }
}
