package dev.aidis.processor;

import dev.aidis.schemas.TraceHeaders;
import dev.aidis.service.tracing.Received;
import dev.aidis.service.tracing.Step;
import dev.aidis.service.tracing.Tracing;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Stands before what processes records, while tracing is on: what becomes of a record that tells a
 * trace belongs to that trace.
 */
final class ContinuedTraces extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final Tracing tracing;

  ContinuedTraces(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata source = context().recordMetadata().orElseThrow();
    Received received =
        new Received(
            source.topic(),
            source.partition(),
            source.offset(),
            field -> TraceHeaders.read(record.headers(), field));
    try (Step step = tracing.taking(received)) {
      forward(record, step);
    }
  }

  private void forward(Record<byte[], byte[]> record, Step step) {
    try {
      context().forward(record);
    } catch (RuntimeException e) {
      step.failed(e.getClass().getSimpleName());
      throw e;
    }
  }
}
