package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps two sinks from writing records of one partition at the same time, as happens for a moment
 * when a partition changes hands: a tracker key is always in the same partition, so its sessions
 * are written by one transaction after the other. Held to the end of the transaction.
 */
public final class PartitionLocks {
  /** Tells these locks from others in the same database: "aidi" in ASCII. */
  private static final int LOCK_CLASS = 0x61696469;

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(?, partition) FROM unnest(?) AS partition
      """;

  private PartitionLocks() {}

  /** Waits until it has the locks of these partitions. */
  public static void take(Connection connection, Set<Integer> partitions) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setInt(1, LOCK_CLASS);
      statement.setArray(
          2, connection.createArrayOf("int4", new TreeSet<>(partitions).toArray(Integer[]::new)));
      statement.execute();
    }
  }
}
