package dev.aidis.processor.timeout;

import dev.aidis.domain.Change;
import dev.aidis.domain.Sessionizer;
import dev.aidis.processor.store.Deadlines;
import dev.aidis.processor.store.Deadlines.Deadline;
import dev.aidis.processor.store.StoredHistory;
import dev.aidis.processor.store.Stores;
import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.SessionUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times out the sessions of one partition. Not thread-safe: belongs to one task. */
public final class TimeoutClock {
  private static final Logger log = LoggerFactory.getLogger(TimeoutClock.class);

  /** So that one tick stays short; what is left is done in the next. */
  private static final int AT_ONCE = 1_000;

  private static final Duration AGAIN = Duration.ofHours(1);

  private final Sessionizer sessionizer;
  private final Stores stores;
  private final Deadlines deadlines;
  private final Backlog backlog;
  private final int partition;

  public TimeoutClock(Sessionizer sessionizer, Stores stores, Backlog backlog, int partition) {
    this.sessionizer = sessionizer;
    this.stores = stores;
    this.deadlines = new Deadlines(stores.deadlines());
    this.backlog = backlog;
    this.partition = partition;
  }

  /** Sees to it that the open sessions of the change come up when their gap has gone by. */
  public void watch(Change change) {
    for (Session session : change.changed()) {
      if (session.closure() == Closure.OPEN && !isWatched(session, change.replaced())) {
        deadlines.put(session, sessionizer.dueAt(session));
      }
    }
  }

  /**
   * Times out what is due, by the wall clock, as far as no activity may be waiting that continues
   * it.
   */
  public void tick(Instant now, Consumer<SessionUpdate> publish) {
    if (!deadlines.mayBeDue(now)) {
      return;
    }
    Instant processedUpTo = backlog.processedUpTo(partition);
    Instant until = processedUpTo.isBefore(now) ? processedUpTo : now;
    if (!deadlines.mayBeDue(until)) {
      return;
    }
    List<Deadline> due = deadlines.takeDue(until, AT_ONCE);
    stores.apply();
    for (Deadline deadline : due) {
      SessionUpdate update = null;
      try {
        update = comeUp(deadline, until);
        stores.apply();
      } catch (KafkaException ofBrokerOrStores) {
        throw ofBrokerOrStores;
      } catch (RuntimeException failure) {
        update = null;
        postpone(deadline, until, failure);
      }
      if (update != null) { // what fails now gives the transaction up
        publish.accept(update);
      }
    }
  }

  /** A session that cannot be timed out must not keep the others from it. */
  private void postpone(Deadline deadline, Instant now, RuntimeException failure) {
    log.error("session {} is not timed out, next try in {}", deadline.sessionId(), AGAIN, failure);
    stores.discard();
    deadlines.put(deadline, now.plus(AGAIN));
    stores.apply();
  }

  /**
   * Nothing is forgotten here: a replay may come upon a session that was touched longer ago than is
   * remembered, and it is to end all the same.
   */
  private @Nullable SessionUpdate comeUp(Deadline deadline, Instant now) {
    StoredHistory history = new StoredHistory(stores, deadline.trackerKey(), now, Instant.MIN);
    Session session = history.atOrBefore(deadline.first());
    if (session == null
        || !session.id().equals(deadline.sessionId())
        || !session.first().equals(deadline.first())
        || session.closure() != Closure.OPEN) {
      return null;
    }
    Change change = sessionizer.timeOut(session, now, history);
    if (change == null) {
      deadlines.put(session, sessionizer.dueAt(session));
      return null;
    }
    return change.toUpdate();
  }

  /** Whether an entry for the session stands since before the change. */
  private static boolean isWatched(Session session, List<Session> before) {
    for (Session old : before) {
      if (old.first().equals(session.first())
          && old.id().equals(session.id())
          && old.closure() == Closure.OPEN) {
        return true;
      }
    }
    return false;
  }
}
