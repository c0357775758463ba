package dev.aidis.ingest.activity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what becomes of what clients tell. Thread-safe. */
public final class IntakeMetrics {
  private final Counter accepted;
  private final Counter rejected;
  private final Counter failed;

  public IntakeMetrics(MeterRegistry metrics) {
    accepted = counter("accepted", metrics);
    rejected = counter("rejected", metrics);
    failed = counter("failed", metrics);
  }

  /** Kafka has acknowledged it. */
  void accepted(int activities) {
    accepted.increment(activities);
  }

  /** What was told cannot be an activity; the caller was told why. */
  public void rejected() {
    rejected.increment();
  }

  /** Kafka did not acknowledge it. */
  void failed(int activities) {
    failed.increment(activities);
  }

  private static Counter counter(String outcome, MeterRegistry metrics) {
    return Counter.builder("aidis.ingest.activities")
        .description("Activities that clients told, by what became of them")
        .tag("outcome", outcome)
        .register(metrics);
  }
}
