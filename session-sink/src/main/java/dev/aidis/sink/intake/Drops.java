package dev.aidis.sink.intake;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops records, never silently: in the dead letters, in the log and in a counter. */
public final class Drops {
  static final String METRIC = "aidis.sink.dropped";

  private static final Logger log = LoggerFactory.getLogger(Drops.class);

  private final DeadLetters deadLetters;
  private final MeterRegistry metrics;

  public Drops(DeadLetters deadLetters, MeterRegistry metrics) {
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  void drop(ConsumerRecord<byte[], byte[]> dropped, DropReason reason, String message) {
    deadLetters.store(dropped, reason, message);
    metrics.counter(METRIC, "reason", reason.wireName()).increment();
    log.warn(
        "Dropped {}-{}@{} ({}), it is in the dead letters: {}",
        dropped.topic(),
        dropped.partition(),
        dropped.offset(),
        reason.wireName(),
        message);
  }
}
