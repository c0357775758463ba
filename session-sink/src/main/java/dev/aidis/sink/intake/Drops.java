package dev.aidis.sink.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops records, never silently: in the dead letters, in the log and in a counter. */
public final class Drops {
  static final String STAGE = "session-sink";
  static final String METRIC = "aidis.dead.letters";

  private static final Logger log = LoggerFactory.getLogger(Drops.class);

  private final DeadLetters deadLetters;
  private final Map<DropReason, Counter> counters = new EnumMap<>(DropReason.class);

  public Drops(DeadLetters deadLetters, MeterRegistry metrics) {
    this.deadLetters = deadLetters;
    for (DropReason reason : DropReason.values()) {
      counters.put(
          reason,
          Counter.builder(METRIC)
              .description("Records that are not counted")
              .tag("stage", STAGE)
              .tag("reason", reason.wireName())
              .register(metrics));
    }
  }

  void drop(ConsumerRecord<byte[], byte[]> dropped, DropReason reason, String message) {
    deadLetters.store(dropped, reason, message);
    Objects.requireNonNull(counters.get(reason)).increment();
    log.warn(
        "Dropped {}-{}@{} ({}), it is in the dead letters: {}",
        dropped.topic(),
        dropped.partition(),
        dropped.offset(),
        reason.wireName(),
        message);
  }
}
