package dev.aidis.sink.intake;

import dev.aidis.schemas.TraceHeaders;
import dev.aidis.service.tracing.Carrier;
import dev.aidis.service.tracing.Received;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records, as tracing sees them. */
final class TracedRecords {
  private TracedRecords() {}

  static List<Received> of(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    List<Received> received = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      received.add(
          new Received(record.topic(), record.partition(), record.offset(), carrier(record)));
    }
    return received;
  }

  static Carrier carrier(ConsumerRecord<byte[], byte[]> record) {
    return field -> TraceHeaders.read(record.headers(), field);
  }
}
