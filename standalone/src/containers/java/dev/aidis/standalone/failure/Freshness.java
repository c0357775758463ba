package dev.aidis.standalone.failure;

import dev.aidis.schemas.Activity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hands activities on and notes, for a sample of the steady owners', how long each takes from being
 * told until its row can be read, however often it must be told again meanwhile.
 */
final class Freshness implements Telling, AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(500);

  /** One in so many is looked for: looking is work for the database too. */
  private static final int SAMPLE = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final String WRITTEN =
      """
      SELECT uuid FROM session_activities WHERE uuid = ANY (?) AND occurred_at >= ?
      """;

  /** Connects to the tracker's database. */
  interface Database {
    Connection connect() throws SQLException;
  }

  private final Telling telling;
  private final Database database;
  private final Clock clock;
  private final Map<UUID, Instant> waiting = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());

  Freshness(Telling telling, Database database, Clock clock) {
    this.telling = telling;
    this.database = database;
    this.clock = clock;
    thread = Thread.ofPlatform().start(this::look);
  }

  @Override
  public void send(Activity activity) {
    if (activity.owner().startsWith(SteadyOwners.NAME)
        && Math.floorMod(activity.id().hashCode(), SAMPLE) == 0) {
      waiting.put(activity.id(), clock.instant());
    }
    telling.send(activity);
  }

  @Override
  public void flush() {
    telling.flush();
  }

  /** What that share of them took at most; up to {@link #EVERY} more than it was. */
  Duration percentile(double percent) {
    List<Duration> sorted;
    synchronized (times) {
      sorted = times.stream().sorted().toList();
    }
    int last = sorted.size() - 1;
    return last < 0 ? Duration.ZERO : sorted.get((int) Math.round(last * percent / 100));
  }

  /** How long ago the oldest was told that is not seen yet; zero if all are. */
  Duration behind() {
    return waiting.values().stream()
        .min(Instant::compareTo)
        .map(oldest -> Duration.between(oldest, clock.instant()))
        .orElse(Duration.ZERO);
  }

  /** How many have been told whose rows are not seen yet. */
  int waiting() {
    return waiting.size();
  }

  /** Returns when all are visible, or too long are not. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        lookOnce();
      }
      Instant end = clock.instant().plus(PATIENCE);
      while (!waiting.isEmpty() && clock.instant().isBefore(end)) {
        lookOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() {
    Map<UUID, Instant> asked = Map.copyOf(waiting);
    if (asked.isEmpty()) {
      return;
    }
    Instant oldest = asked.values().stream().min(Instant::compareTo).orElseThrow();
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(WRITTEN)) {
      statement.setArray(1, connection.createArrayOf("uuid", asked.keySet().toArray()));
      statement.setTimestamp(2, Timestamp.from(oldest.minusSeconds(1)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          seen(rows.getObject(1, UUID.class));
        }
      }
    } catch (SQLException e) {
      // Away: what is not seen goes on waiting.
    }
  }

  private void seen(UUID activity) {
    Instant told = waiting.remove(activity);
    if (told != null) {
      times.add(Duration.between(told, clock.instant()));
    }
  }
}
