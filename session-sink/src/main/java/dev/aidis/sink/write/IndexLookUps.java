package dev.aidis.sink.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes every look-up of a batch go by its index. Postgres keeps the plan of a prepared statement
 * until it has new statistics of its tables; one that was made while they were empty reads them
 * from end to end, for each row of a batch, until the autovacuum comes by: a minute in which the
 * history of a whole repository may arrive.
 */
final class IndexLookUps {
  private static final String GO_BY_INDEX = "SET LOCAL enable_seqscan TO off";

  private IndexLookUps() {}

  /** Until the end of the transaction that is open. */
  static void prefer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(GO_BY_INDEX);
    }
  }
}
