package dev.aidis.ingest.hooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what becomes of hooks' events. Thread-safe. */
final class HookMetrics {
  private final MeterRegistry metrics;

  HookMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
    for (HookEvent event : HookEvent.values()) {
      counter(event, Outcome.RECORDED);
    }
  }

  void count(HookEvent event, Outcome outcome) {
    counter(event, outcome).increment();
  }

  private Counter counter(HookEvent event, Outcome outcome) {
    return Counter.builder("aidis.ingest.hooks")
        .description("Events that assistants' hooks told, by what became of them")
        .tag("event", event.wireName())
        .tag("outcome", outcome.wireName())
        .register(metrics);
  }
}
