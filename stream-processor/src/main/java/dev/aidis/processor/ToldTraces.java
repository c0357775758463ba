package dev.aidis.processor;

import dev.aidis.schemas.TraceHeaders;
import dev.aidis.service.tracing.Tracing;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Stands behind what processes records, while tracing is on: lets what comes tell its trace. */
final class ToldTraces extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final Tracing tracing;

  ToldTraces(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    tracing.tell((field, text) -> record.headers().add(TraceHeaders.of(field, text)));
    context().forward(record);
  }
}
