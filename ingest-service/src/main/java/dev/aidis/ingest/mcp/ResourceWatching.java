package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Watching;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.ingest.session.UpdateSignals;
import dev.aidis.ingest.session.UpdateSignals.Subscription;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.TrackerKey;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Tells when a session or the statistics change: at each signal from the sink it looks whether the
 * session has another revision, or is another one.
 *
 * @param later where it looks, some time after a signal; further signals until then make one look
 */
record ResourceWatching(UpdateSignals signals, SessionFinder sessions, Executor later)
    implements Watching {
  private static final Logger log = LoggerFactory.getLogger(ResourceWatching.class);
  private static final String NONE = "";

  @Override
  public Subscription watch(Caller caller, String uri, Runnable onChange) {
    Optional<SessionRef> session = session(caller, uri);
    if (session.isPresent()) {
      SessionRef ref = session.get();
      Supplier<Object> state =
          () -> sessions.find(ref).map(ResourceWatching::revision).orElse(NONE);
      return subscribe(keyOf(caller, ref), new Watch(state, onChange));
    }
    return uri.startsWith(StatisticsResource.PREFIX)
        ? subscribe(caller.trackerKey(), new Watch(Object::new, onChange))
        : Watching.NOTHING.watch(caller, uri, onChange);
  }

  private static Optional<SessionRef> session(Caller caller, String uri) {
    try {
      return SessionResources.sessionIn(uri)
          .map(name -> SessionRef.parse(name, caller.trackerKey()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object revision(SessionView session) {
    return session.id() + " " + session.revision();
  }

  /** A session may be of another workspace than the caller's. */
  private TrackerKey keyOf(Caller caller, SessionRef ref) {
    try {
      return sessions
          .find(ref)
          .map(session -> new TrackerKey(session.owner(), session.workspace()))
          .orElse(caller.trackerKey());
    } catch (DataAccessException e) {
      return caller.trackerKey();
    }
  }

  private Subscription subscribe(TrackerKey key, Watch watch) {
    Subscription signalled = signals.subscribe(key, watch::signalled);
    watch.begin();
    return () -> {
      signalled.close();
      watch.closed.set(true);
    };
  }

  private final class Watch {
    private final Supplier<Object> state;
    private final Runnable onChange;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Object last = NONE;

    private Watch(Supplier<Object> state, Runnable onChange) {
      this.state = state;
      this.onChange = onChange;
    }

    private synchronized void begin() {
      last = now().orElse(NONE);
    }

    private void signalled() {
      if (waiting.compareAndSet(false, true)) {
        later.execute(this::look);
      }
    }

    private synchronized void look() {
      waiting.set(false);
      now()
          .filter(state -> !closed.get() && !state.equals(last))
          .ifPresent(
              changed -> {
                last = changed;
                onChange.run();
              });
    }

    private Optional<Object> now() {
      try {
        return Optional.of(state.get());
      } catch (DataAccessException e) {
        log.debug("Postgres cannot be asked for a watched session: {}", e.getMessage());
        return Optional.empty();
      }
    }
  }
}
