package dev.aidis.processor;

import dev.aidis.domain.Change;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Session;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the processor counts, since its start. Thread-safe. */
final class ProcessorMetrics {
  private static final Duration[] DELAYS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofMinutes(1),
    Duration.ofHours(1),
    Duration.ofDays(1)
  };

  private final Counter updates;
  private final Counter duplicates;
  private final Counter timeouts;
  private final Counter begun;
  private final Counter merged;
  private final Counter amended;
  private final Counter reopened;
  private final Timer delay;
  private final Map<RejectionReason, Counter> deadLetters = new EnumMap<>(RejectionReason.class);

  ProcessorMetrics(MeterRegistry registry) {
    updates = counter("updates", "Activities put into sessions", registry);
    duplicates = counter("duplicates", "Activities that were counted before", registry);
    timeouts = counter("timeouts", "Sessions that timed out", registry);
    begun = counter("sessions.begun", "Sessions that began, by a split too", registry);
    merged = counter("sessions.merged", "Sessions absorbed by another", registry);
    amended = counter("sessions.amended", "Changes of closed sessions by late activity", registry);
    reopened = counter("sessions.reopened", "Closed sessions opened again", registry);
    delay =
        Timer.builder("aidis.processor.delay")
            .description("From when an activity happened to its update")
            .serviceLevelObjectives(DELAYS)
            .register(registry);
    for (RejectionReason reason : RejectionReason.values()) {
      deadLetters.put(
          reason,
          Counter.builder("aidis.dead.letters")
              .description("Records that are not counted")
              .tag("stage", DeadLetters.STAGE)
              .tag("reason", reason.wireName())
              .register(registry));
    }
  }

  void duplicate() {
    duplicates.increment();
  }

  void timedOut() {
    timeouts.increment();
  }

  void rejected(RejectionReason reason) {
    Objects.requireNonNull(deadLetters.get(reason)).increment();
  }

  /** An activity's update was published. A clock that ran ahead makes no negative delay. */
  void delayed(Instant occurredAt, Instant now) {
    delay.record(occurredAt.isBefore(now) ? Duration.between(occurredAt, now) : Duration.ZERO);
  }

  void changed(Change change) {
    updates.increment();
    int continued = 0;
    for (Session before : change.replaced()) {
      Session now = successor(before, change);
      continued += now != null && now.id().equals(before.id()) ? 1 : 0;
      if (before.closure() != Closure.OPEN && !before.equals(now)) {
        amended.increment();
        if (now != null && now.closure() == Closure.OPEN) {
          reopened.increment();
        }
      }
    }
    begun.increment(change.changed().size() - continued);
    merged.increment(change.replaced().size() - continued);
  }

  /** The session as it now stands, or the one that holds what it held first. */
  private static @Nullable Session successor(Session before, Change change) {
    Session around = null;
    for (Session now : change.changed()) {
      if (now.id().equals(before.id())) {
        return now;
      }
      around = now.first().isAfter(before.first()) ? around : now;
    }
    return around;
  }

  private static Counter counter(String name, String description, MeterRegistry registry) {
    return Counter.builder("aidis.processor." + name).description(description).register(registry);
  }
}
