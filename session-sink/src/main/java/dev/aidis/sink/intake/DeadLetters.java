package dev.aidis.sink.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that can never be written. */
@FunctionalInterface
public interface DeadLetters {

  /**
   * Returns when the record is stored, as it came.
   *
   * @throws org.apache.kafka.common.KafkaException if it is not
   */
  void store(ConsumerRecord<byte[], byte[]> dropped, DropReason reason, String message);
}
