package dev.aidis.ingest.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has not been told yet. Who does not keep up loses what happened, not how
 * things stand, and is told how much that was. Thread-safe.
 */
final class Mailbox {
  static final int CAPACITY = 256;

  /** In characters, of all that waits. */
  static final int MOST_TEXT = 2_000_000;

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

  /** The next event, as soon as there is one; null if there is none in time, or never will be. */
  @Nullable Event take(Duration patience) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (waiting.isEmpty() && !closed && left > 0) {
        left = news.awaitNanos(left);
      }
      if (dropped > 0) {
        Event told = new Event(Event.DROPPED, null, "{\"events\":" + dropped + "}");
        dropped = 0;
        return told;
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
