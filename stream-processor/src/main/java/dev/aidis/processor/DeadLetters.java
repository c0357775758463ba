package dev.aidis.processor;

import dev.aidis.schemas.DeadLetter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what is not counted where it can be found again, with the reason in headers. */
final class DeadLetters {
  static final String STAGE = "stream-processor";

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final ProcessorContext<byte[], byte[]> context;
  private final ProcessorMetrics metrics;

  DeadLetters(ProcessorContext<byte[], byte[]> context, ProcessorMetrics metrics) {
    this.context = context;
    this.metrics = metrics;
  }

  void add(Record<byte[], byte[]> record, RejectionReason reason, String detail) {
    DeadLetter.Source source =
        context
            .recordMetadata()
            .map(at -> new DeadLetter.Source(at.topic(), at.partition(), at.offset()))
            .orElse(null);
    DeadLetter why = new DeadLetter(STAGE, reason.wireName(), detail, source);
    log.warn("record of {} goes to the dead letters: {}: {}", source, why.reason(), why.detail());
    metrics.rejected(reason);
    ProducerRecord<byte[], byte[]> letter =
        why.letter(record.key(), record.value(), record.headers());
    context.forward(
        new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers()),
        SessionTopology.DEAD_LETTERS);
  }
}
