package dev.aidis.processor;

import dev.aidis.domain.Change;
import dev.aidis.schemas.Session;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What the processor counts. Thread-safe. */
final class ProcessorMetrics {
  private final MeterRegistry registry;
  private final Counter updates;
  private final Counter duplicates;
  private final Counter timeouts;
  private final Counter begun;
  private final Counter merged;
  private final Counter amended;
  private final Counter reopened;

  ProcessorMetrics(MeterRegistry registry) {
    this.registry = registry;
    updates = counter("aidis.processor.updates", "Activities put into sessions");
    duplicates = counter("aidis.processor.duplicates", "Activities that were counted before");
    timeouts = counter("aidis.processor.timeouts", "Sessions that timed out");
    begun = counter("aidis.processor.sessions.begun", "Sessions that began");
    merged = counter("aidis.processor.sessions.merged", "Sessions absorbed by another");
    amended = counter("aidis.processor.sessions.amended", "Changes of closed sessions");
    reopened = counter("aidis.processor.sessions.reopened", "Closed sessions opened again");
  }

  void duplicate() {
    duplicates.increment();
  }

  void timedOut() {
    timeouts.increment();
  }

  void rejected(RejectionReason reason) {
    registry.counter("aidis.processor.rejected", "reason", reason.wireName()).increment();
  }

  void changed(Change change) {
    updates.increment();
    List<Session> replaced = change.replaced();
    if (replaced.size() == 1 && change.changed().size() == 1) {
      changed(replaced.getFirst(), change.changed().getFirst());
      return;
    }
    begun.increment(Math.max(0, change.changed().size() - replaced.size()));
    merged.increment(change.absorbed().size());
  }

  private void changed(Session before, Session now) {
    if (before.endedAt() != null) {
      amended.increment();
      if (now.endedAt() == null) {
        reopened.increment();
      }
    }
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
