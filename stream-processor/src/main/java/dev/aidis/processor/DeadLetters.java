package dev.aidis.processor;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what is not counted where it can be found again, as it came, with the reason in headers. */
final class DeadLetters {
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final ProcessorContext<byte[], byte[]> context;
  private final ProcessorMetrics metrics;

  DeadLetters(ProcessorContext<byte[], byte[]> context, ProcessorMetrics metrics) {
    this.context = context;
    this.metrics = metrics;
  }

  void add(Record<byte[], byte[]> record, RejectionReason reason, @Nullable String detail) {
    Headers headers = new RecordHeaders(record.headers());
    put(headers, "aidis.stage", "stream-processor");
    put(headers, "aidis.reason", reason.wireName());
    put(headers, "aidis.detail", detail == null ? "" : detail);
    String source = "an unknown place";
    if (context.recordMetadata().isPresent()) {
      RecordMetadata metadata = context.recordMetadata().get();
      put(headers, "aidis.source-topic", metadata.topic());
      put(headers, "aidis.source-partition", Integer.toString(metadata.partition()));
      put(headers, "aidis.source-offset", Long.toString(metadata.offset()));
      source = metadata.topic() + "-" + metadata.partition() + " at offset " + metadata.offset();
    }
    log.warn("record of {} goes to the dead letters: {}: {}", source, reason.wireName(), detail);
    metrics.rejected(reason);
    context.forward(record.withHeaders(headers), SessionTopology.DEAD_LETTERS);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
