package dev.aidis.ingest.session;

import dev.aidis.schemas.TrackerKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes signals on to those who subscribed to their key. Thread-safe. */
final class KeyedSignals implements UpdateSignals {
  private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

  @Override
  public Subscription subscribe(TrackerKey key, Runnable onUpdate) {
    Runnable listener = onUpdate::run;
    String name = key.toString();
    listeners.compute(
        name,
        (unused, known) -> {
          Set<Runnable> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(listener);
          return all;
        });
    return () ->
        listeners.computeIfPresent(
            name,
            (unused, known) -> {
              known.remove(listener);
              return known.isEmpty() ? null : known;
            });
  }

  void signal(String key) {
    listeners.getOrDefault(key, Set.of()).forEach(Runnable::run);
  }

  void signalAll() {
    listeners.values().forEach(all -> all.forEach(Runnable::run));
  }
}
