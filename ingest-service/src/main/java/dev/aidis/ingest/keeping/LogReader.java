package dev.aidis.ingest.keeping;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what a topic holds. */
interface LogReader {

  /**
   * The number of a topic's partitions.
   *
   * @throws dev.aidis.ingest.activity.LogUnavailableException if the broker is away
   */
  int partitions(String topic);

  /**
   * Reads the records that are there at the time of the call: partition by partition, each in its
   * order.
   *
   * @throws dev.aidis.ingest.activity.LogUnavailableException if the broker is away
   */
  void read(String topic, Visitor visitor) throws IOException;

  /** Takes one record after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(ConsumerRecord<byte[], byte[]> one) throws IOException;
  }
}
