package dev.aidis.ingest;

import dev.aidis.ingest.session.UpdateSignals;
import dev.aidis.schemas.TrackerKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signals as a test gives them. */
public final class FakeSignals implements UpdateSignals {
  private final Map<Object, Listener> listeners = new ConcurrentHashMap<>();

  private record Listener(TrackerKey key, Runnable onUpdate) {}

  @Override
  public Subscription subscribe(TrackerKey key, Runnable onUpdate) {
    Object subscription = new Object();
    listeners.put(subscription, new Listener(key, onUpdate));
    return () -> listeners.remove(subscription);
  }

  public void signal(TrackerKey key) {
    listeners.values().stream()
        .filter(listener -> listener.key().equals(key))
        .forEach(listener -> listener.onUpdate().run());
  }

  /** How many listen. */
  public int listeners() {
    return listeners.size();
  }
}
