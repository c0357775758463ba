package dev.aidis.ingest.caller;

import java.util.HashMap;
import java.util.Map;

/** Counts the streams of one kind that each token holds open. Thread-safe. */
public final class StreamLimit {
  /** Of one token: browsers open a few, programs one. */
  public static final int MOST = 100;

  private final Map<String, Integer> openByName = new HashMap<>();

  /** Counts one more, unless there are that many; whoever was counted has to {@link #leave}. */
  public synchronized boolean enter(Authority authority) {
    int others = openByName.getOrDefault(authority.name(), 0);
    if (others >= MOST) {
      return false;
    }
    openByName.put(authority.name(), others + 1);
    return true;
  }

  /** One that was counted is closed. */
  public synchronized void leave(Authority authority) {
    openByName.computeIfPresent(
        authority.name(), (_, many) -> many == 1 ? null : Integer.valueOf(many - 1));
  }
}
