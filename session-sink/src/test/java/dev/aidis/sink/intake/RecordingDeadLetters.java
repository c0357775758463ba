package dev.aidis.sink.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Remembers dead letters as offset and reason. */
final class RecordingDeadLetters implements DeadLetters {
  final List<String> stored = new ArrayList<>();
  boolean away;

  @Override
  public void store(ConsumerRecord<byte[], byte[]> dropped, DropReason reason, String message) {
    if (away) {
      throw new KafkaException("the broker is away");
    }
    stored.add(dropped.offset() + " " + reason.wireName() + ": " + message);
  }
}
