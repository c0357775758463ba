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
    return () -> unsubscribe(subscription);
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

  private synchronized void unsubscribe(Object subscription) {
    listeners.remove(subscription);
    notifyAll();
  }

  /** Whether nobody listens any more, within 20 seconds. */
  public synchronized boolean awaitNoListeners() throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!listeners.isEmpty() && System.nanoTime() < deadline) {
      wait(100);
    }
    return listeners.isEmpty();
  }
}
