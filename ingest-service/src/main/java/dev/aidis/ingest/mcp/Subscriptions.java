package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Watching;
import dev.aidis.ingest.session.UpdateSignals.Subscription;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which resources the clients of the revisions with sessions watch. Thread-safe; beyond 1,000
 * sessions those that subscribed longest ago are not told any more.
 */
final class Subscriptions {
  private static final int MOST_SESSIONS = 1_000;
  private static final int MOST_RESOURCES = 100;

  private final Watching watching;
  private final Notifier notifier;
  private final Map<String, Map<String, Subscription>> bySession = new LinkedHashMap<>();

  /** Tells a client of a change. */
  @FunctionalInterface
  interface Notifier {
    void changed(String session, String uri);
  }

  Subscriptions(Watching watching, Notifier notifier) {
    this.watching = watching;
    this.notifier = notifier;
  }

  /**
   * From now on the client of that session is told when the resource changes.
   *
   * @throws IllegalArgumentException with a sentence, if it watches too many
   */
  synchronized void add(String session, Caller caller, String uri) {
    Map<String, Subscription> watched = bySession.computeIfAbsent(session, _ -> new HashMap<>());
    if (watched.containsKey(uri)) {
      return;
    }
    if (watched.size() >= MOST_RESOURCES) {
      throw new IllegalArgumentException(
          "A session subscribes to at most %d resources; unsubscribe from some first"
              .formatted(MOST_RESOURCES));
    }
    watched.put(uri, watching.watch(caller, uri, () -> notifier.changed(session, uri)));
    if (bySession.size() > MOST_SESSIONS) {
      closed(bySession.keySet().iterator().next());
    }
  }

  synchronized void remove(String session, String uri) {
    Map<String, Subscription> watched = bySession.getOrDefault(session, Map.of());
    Subscription subscription = watched.get(uri);
    if (subscription != null) {
      watched.remove(uri);
      subscription.close();
    }
  }

  /** The session is no more. */
  synchronized void closed(String session) {
    Map<String, Subscription> watched = bySession.remove(session);
    if (watched != null) {
      watched.values().forEach(Subscription::close);
    }
  }
}
