package dev.aidis.benchmarks.freshness;

import dev.aidis.schemas.Activity;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks every two milliseconds which of the acknowledged activities have rows by now, each with the
 * time that it was sent with: none may be so far ahead that the tracker puts it back.
 */
final class VisibleRows implements AutoCloseable {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final String PRESENT =
      "SELECT uuid FROM session_activities WHERE occurred_at = ANY (?) AND uuid = ANY (?)";

  private final BlockingQueue<Acknowledged> told = new LinkedBlockingQueue<>();
  private final CompletableFuture<List<Double>> result = new CompletableFuture<>();
  private final Connection connection;
  private final int expected;

  private VisibleRows(Connection connection, int expected) {
    this.connection = connection;
    this.expected = expected;
  }

  private record Acknowledged(UUID id, Instant occurredAt, long at) {}

  static VisibleRows watch(String jdbcUrl, int expected) throws SQLException {
    VisibleRows rows = new VisibleRows(DriverManager.getConnection(jdbcUrl, "aidis", ""), expected);
    Thread.ofPlatform().start(rows::run);
    return rows;
  }

  void acknowledged(Activity activity) {
    told.add(new Acknowledged(activity.id(), activity.occurredAt(), System.nanoTime()));
  }

  /** Waits until all are visible; milliseconds between the acknowledgement and that. */
  List<Double> millis() throws Exception {
    return result.get(2, TimeUnit.MINUTES);
  }

  private void run() {
    try {
      result.complete(look());
    } catch (SQLException e) {
      result.completeExceptionally(e);
    }
  }

  private List<Double> look() throws SQLException {
    List<Double> millis = new ArrayList<>();
    Map<UUID, Acknowledged> waiting = new HashMap<>();
    while (millis.size() < expected) {
      List<Acknowledged> news = new ArrayList<>();
      told.drainTo(news);
      news.forEach(one -> waiting.put(one.id(), one));
      if (!waiting.isEmpty()) {
        for (UUID id : present(waiting)) {
          Acknowledged one = waiting.remove(id);
          if (one != null) {
            millis.add((System.nanoTime() - one.at()) / 1e6);
          }
        }
      }
      LockSupport.parkNanos(PAUSE);
    }
    return millis;
  }

  private List<UUID> present(Map<UUID, Acknowledged> waiting) throws SQLException {
    List<UUID> present = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(PRESENT)) {
      Object[] times = waiting.values().stream().map(one -> one.occurredAt().toString()).toArray();
      query.setArray(1, connection.createArrayOf("timestamptz", times));
      query.setArray(2, connection.createArrayOf("uuid", waiting.keySet().toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          present.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return present;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
