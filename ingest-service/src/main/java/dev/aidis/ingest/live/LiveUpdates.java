package dev.aidis.ingest.live;

import dev.aidis.ingest.session.UpdateSignals;
import dev.aidis.queries.TimelineFilter.Place;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * All who are told what happens. Closes every connection as the first thing at shutdown, so that
 * nobody has to wait for them. Thread-safe.
 */
public final class LiveUpdates implements SmartLifecycle {
  private final Map<TrackerKey, Channel> channels = new HashMap<>();
  private final UpdateSignals signals;
  private final Sources sources;
  private boolean running;

  public LiveUpdates(UpdateSignals signals, Sources sources) {
    this.signals = signals;
    this.sources = sources;
  }

  /** Somebody who listens, until it is closed. */
  public final class Connection implements AutoCloseable {
    private final TrackerKey key;
    private final Mailbox mailbox = new Mailbox();

    private Connection(TrackerKey key) {
      this.key = key;
    }

    /** The next event; null if there is none in time, or the connection is closed. */
    public @Nullable Event next(Duration patience) {
      return mailbox.take(patience);
    }

    public boolean isClosed() {
      return mailbox.isClosed();
    }

    @Override
    public void close() {
      mailbox.close();
      leave(this);
    }
  }

  /**
   * Begins to tell what happens to the current session of a tracker key: first how it stands.
   *
   * @param heard the place of the activity that a client was told last before it lost its
   *     connection: what it missed comes before
   */
  public synchronized Connection connect(TrackerKey key, @Nullable Place heard) {
    Connection connection = new Connection(key);
    if (!running) {
      connection.mailbox.close();
      return connection;
    }
    channels.computeIfAbsent(key, this::opened).join(connection.mailbox, heard);
    return connection;
  }

  private Channel opened(TrackerKey key) {
    Channel channel = new Channel(key, sources);
    channel.start(key, signals);
    return channel;
  }

  private synchronized void leave(Connection connection) {
    Channel channel = channels.get(connection.key);
    if (channel != null && channel.leave(connection.mailbox)) {
      channel.close();
      channels.remove(connection.key);
    }
  }

  @Override
  public synchronized void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    channels.values().forEach(Channel::close);
    channels.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }
}
