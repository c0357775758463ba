package dev.aidis.ingest.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has not been told yet. Who does not keep up loses what happened, not how
 * things stand nor what was missed before it listened, and is told how much that was. Thread-safe.
 */
final class Mailbox {
  static final int CAPACITY = 256;

  /** In characters, of all that waits. */
  static final int MOST_TEXT = 2_000_000;

  /** Is told before all else. */
  private final Deque<Event> missed = new ArrayDeque<>();

  private final Deque<Event> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private int dropped;
  private int text;
  private boolean closed;

  /** Returns at once. How a session stands replaces how it stood before. */
  void put(Event event) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (event.isState()) {
        waiting.removeIf(this::isOlderState);
      }
      if (waiting.size() >= CAPACITY || text > MOST_TEXT) {
        waiting.removeIf(this::isDropped);
      }
      waiting.add(event);
      text += event.data().length();
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What happened before this connection: once, as the first. It comes all at once, so that nobody
   * could keep up with it; of more text than {@link #MOST_TEXT} the oldest events are dropped.
   */
  void putMissed(List<Event> events) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      int first = events.size();
      long size = 0;
      while (first > 0 && size + events.get(first - 1).data().length() <= MOST_TEXT) {
        first--;
        size += events.get(first).data().length();
      }
      dropped += first;
      missed.addAll(events.subList(first, events.size()));
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The next event, as soon as there is one; null if there is none in time, or never will be. */
  @Nullable Event take(Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (missed.isEmpty() && waiting.isEmpty() && !closed && left > 0) {
        left = news.awaitNanos(left);
      }
      if (dropped > 0) {
        Event told = new Event(Event.DROPPED, null, "{\"events\":" + dropped + "}");
        dropped = 0;
        return told;
      }
      if (!missed.isEmpty()) {
        return missed.poll();
      }
      Event next = waiting.poll();
      text -= next == null ? 0 : next.data().length();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private boolean isOlderState(Event old) {
    text -= old.isState() ? old.data().length() : 0;
    return old.isState();
  }

  private boolean isDropped(Event old) {
    if (old.isState()) {
      return false;
    }
    dropped++;
    text -= old.data().length();
    return true;
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      missed.clear();
      waiting.clear();
      dropped = 0;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
