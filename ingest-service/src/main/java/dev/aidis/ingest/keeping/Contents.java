package dev.aidis.ingest.keeping;

import dev.aidis.schemas.Topics;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks whether a tracker holds anything. */
final class Contents {
  private static final String SESSIONS =
      """
      SELECT count(*) FROM sessions
      """;

  private final DataSource database;
  private final LogReader log;

  Contents(DataSource database, LogReader log) {
    this.database = database;
    this.log = log;
  }

  /**
   * What there is.
   *
   * @param empty whether there is not a single activity, nor a session
   */
  record Found(boolean empty, long sessions, int partitions) {}

  Found find() throws IOException, SQLException {
    long sessions = sessions();
    return new Found(sessions == 0 && isLogEmpty(), sessions, log.partitions(Topics.ACTIVITIES));
  }

  private long sessions() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SESSIONS);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Offsets do not tell: a restore that was interrupted has used some. */
  private boolean isLogEmpty() throws IOException {
    try {
      log.read(
          Topics.ACTIVITIES,
          one -> {
            throw new FoundOneException();
          });
      return true;
    } catch (FoundOneException e) {
      return false;
    }
  }

  private static final class FoundOneException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
