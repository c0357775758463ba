package dev.aidis.benchmarks.freshness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Asks every two milliseconds which of the acknowledged activities have rows by now. */
final class VisibleRows implements AutoCloseable {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final String PRESENT = "SELECT uuid FROM session_activities WHERE uuid = ANY (?)";

  private final BlockingQueue<Acknowledged> told = new LinkedBlockingQueue<>();
  private final CompletableFuture<List<Double>> result = new CompletableFuture<>();
  private final Connection connection;
  private final int expected;

  private VisibleRows(Connection connection, int expected) {
    this.connection = connection;
    this.expected = expected;
  }

  private record Acknowledged(UUID id, long at) {}

  static VisibleRows watch(String jdbcUrl, int expected) throws SQLException {
    VisibleRows rows = new VisibleRows(DriverManager.getConnection(jdbcUrl, "aidis", ""), expected);
    Thread.ofPlatform().start(rows::run);
    return rows;
  }

  void acknowledged(UUID id) {
    told.add(new Acknowledged(id, System.nanoTime()));
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
    Map<UUID, Long> waiting = new HashMap<>();
    while (millis.size() < expected) {
      List<Acknowledged> news = new ArrayList<>();
      told.drainTo(news);
      news.forEach(one -> waiting.put(one.id(), one.at()));
      if (!waiting.isEmpty()) {
        for (UUID id : present(waiting)) {
          Long at = waiting.remove(id);
          if (at != null) {
            millis.add((System.nanoTime() - at) / 1e6);
          }
        }
      }
      LockSupport.parkNanos(PAUSE);
    }
    return millis;
  }

  private List<UUID> present(Map<UUID, Long> waiting) throws SQLException {
    List<UUID> present = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(PRESENT)) {
      query.setArray(1, connection.createArrayOf("uuid", waiting.keySet().toArray()));
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
