package dev.aidis.ingest.session;

import dev.aidis.schemas.TrackerKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the sink over {@code LISTEN}, on a connection and a thread of its own. A lost
 * connection is made anew, and everybody looks again then.
 */
public final class PostgresSignals implements UpdateSignals, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresSignals.class);
  private static final String CHANNEL = "aidis_sessions";
  private static final String EVERY_KEY = "*";
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration LOOK_WHETHER_CLOSED = Duration.ofMillis(500);

  private final KeyedSignals listeners = new KeyedSignals();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ConnectionSource connections;
  private final Thread thread;
  private boolean away;

  /** Opens a connection that nobody else uses. */
  @FunctionalInterface
  public interface ConnectionSource {
    Connection open() throws SQLException;
  }

  private PostgresSignals(ConnectionSource connections) {
    this.connections = connections;
    this.thread = Thread.ofVirtual().name("aidis-session-signals").unstarted(this::run);
  }

  /** Begins to listen, now or as soon as Postgres is there. */
  public static PostgresSignals listen(ConnectionSource connections) {
    PostgresSignals signals = new PostgresSignals(connections);
    signals.thread.start();
    return signals;
  }

  @Override
  public Subscription subscribe(TrackerKey key, Runnable onUpdate) {
    return listeners.subscribe(key, onUpdate);
  }

  private void run() {
    while (!isClosed(Duration.ZERO)) {
      try (Connection connection = connections.open();
          Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + CHANNEL);
        away = false;
        listeners.signalAll();
        hear(connection.unwrap(PGConnection.class));
      } catch (SQLException e) {
        warnOnce(e);
        isClosed(RETRY);
      }
    }
  }

  private void hear(PGConnection connection) throws SQLException {
    int patience = Math.toIntExact(LOOK_WHETHER_CLOSED.toMillis());
    while (!isClosed(Duration.ZERO)) {
      PGNotification[] heard = connection.getNotifications(patience);
      for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
        if (one.getParameter().equals(EVERY_KEY)) {
          listeners.signalAll();
        } else {
          listeners.signal(one.getParameter());
        }
      }
    }
  }

  private void warnOnce(SQLException e) {
    if (!away) {
      log.warn("Postgres does not send signals, looking without them: {}", e.getMessage());
    }
    away = true;
  }

  private boolean isClosed(Duration patience) {
    try {
      return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Returns at once; the thread ends within half a second. */
  @Override
  public void close() {
    closed.countDown();
  }
}
