package dev.aidis.ingest.session;

import dev.aidis.schemas.TrackerKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes signals on to those who subscribed to their key. Thread-safe. */
final class KeyedSignals implements UpdateSignals {
  private final Map<String, Set<Listener>> listeners = new ConcurrentHashMap<>();

  /** Equal to itself only, so that one callback can be subscribed twice. */
  private static final class Listener {
    private final Runnable onUpdate;

    private Listener(Runnable onUpdate) {
      this.onUpdate = onUpdate;
    }
  }

  @Override
  public Subscription subscribe(TrackerKey key, Runnable onUpdate) {
    Listener listener = new Listener(onUpdate);
    listeners.compute(
        key.toString(),
        (_, known) -> {
          Set<Listener> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(listener);
          return all;
        });
    return () -> unsubscribe(key, listener);
  }

  private void unsubscribe(TrackerKey key, Listener listener) {
    listeners.computeIfPresent(
        key.toString(),
        (_, known) -> {
          known.remove(listener);
          return known.isEmpty() ? null : known;
        });
  }

  void signal(String key) {
    listeners.getOrDefault(key, Set.of()).forEach(listener -> listener.onUpdate.run());
  }

  void signalAll() {
    listeners.values().forEach(all -> all.forEach(listener -> listener.onUpdate.run()));
  }
}
