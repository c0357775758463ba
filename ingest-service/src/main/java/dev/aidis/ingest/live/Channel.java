package dev.aidis.ingest.live;

import dev.aidis.ingest.session.UpdateSignals;
import dev.aidis.ingest.session.UpdateSignals.Subscription;
import dev.aidis.queries.TimelineFilter.Place;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Tells all connections of one tracker key: one look at the database for all of them, on a virtual
 * thread of its own, when the sink says that something was written, at most ten times a second.
 */
final class Channel {
  private static final Logger log = LoggerFactory.getLogger(Channel.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** Only for signals that got lost, and sessions that are too old by now to be current. */
  private static final Duration WITHOUT_SIGNAL = Duration.ofSeconds(30);

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Watch watch;
  private final Semaphore signal = new Semaphore(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Mailbox> members = new ArrayList<>();
  private final Map<Mailbox, Optional<Place>> newcomers = new HashMap<>();

  Channel(TrackerKey key, Sources sources) {
    this.watch = new Watch(key, sources);
  }

  void start(TrackerKey key, UpdateSignals signals) {
    Thread.ofVirtual().name("aidis-live-" + key).start(() -> run(key, signals));
  }

  /**
   * @param heard the place of the activity that it was told last, by another connection
   */
  synchronized void join(Mailbox mailbox, @Nullable Place heard) {
    newcomers.put(mailbox, Optional.ofNullable(heard));
    signal.release();
  }

  /** Whether nobody is left. */
  synchronized boolean leave(Mailbox mailbox) {
    members.remove(mailbox);
    newcomers.remove(mailbox);
    return members.isEmpty() && newcomers.isEmpty();
  }

  /** Every connection ends now. */
  synchronized void close() {
    closed.countDown();
    signal.release();
    members.forEach(Mailbox::close);
    newcomers.keySet().forEach(Mailbox::close);
  }

  private void run(TrackerKey key, UpdateSignals signals) {
    try (Subscription _ = signals.subscribe(key, signal::release)) {
      while (!isClosed(Duration.ZERO)) {
        boolean _ = signal.tryAcquire(WITHOUT_SIGNAL.toMillis(), TimeUnit.MILLISECONDS);
        signal.drainPermits();
        if (!lookAndTell(key)) {
          signal.release();
          isClosed(RETRY);
        }
        isClosed(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean lookAndTell(TrackerKey key) {
    try {
      tell(watch.look());
      welcome(welcomes());
      return true;
    } catch (DataAccessException e) {
      log.debug("{} cannot be told what is new: {}", key, e.getMessage());
      return false;
    }
  }

  /**
   * What a newcomer is told first.
   *
   * @param missed what happened before
   * @param state how things stand
   */
  private record Welcome(List<Event> missed, Event state) {}

  /** What each newcomer is told; without the lock, for the database may take its time. */
  private Map<Mailbox, Welcome> welcomes() {
    Map<Mailbox, Welcome> welcomes = new HashMap<>();
    Map<Mailbox, Optional<Place>> all = newcomers();
    if (!all.isEmpty()) {
      Event state = watch.state();
      all.forEach(
          (mailbox, heard) ->
              welcomes.put(mailbox, new Welcome(heard.map(watch::since).orElse(List.of()), state)));
    }
    return welcomes;
  }

  private synchronized Map<Mailbox, Optional<Place>> newcomers() {
    return new HashMap<>(newcomers);
  }

  /** Before anybody is welcomed: that can fail, and what was looked at is not found again. */
  private synchronized void tell(List<Event> news) {
    news.forEach(event -> members.forEach(member -> member.put(event)));
  }

  private synchronized void welcome(Map<Mailbox, Welcome> welcomes) {
    welcomes.forEach(
        (mailbox, told) -> {
          if (newcomers.remove(mailbox) != null) {
            mailbox.putMissed(told.missed());
            mailbox.put(told.state());
            members.add(mailbox);
          }
        });
  }

  private boolean isClosed(Duration patience) {
    try {
      return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
