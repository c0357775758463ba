package dev.aidis.sink.schema;

import dev.aidis.sink.intake.Backoff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the database, then brings it to the schema version of this program. */
public final class DatabaseStart {
  private static final Logger log = LoggerFactory.getLogger(DatabaseStart.class);

  /** SQLState classes that waiting does not help against: wrong login, no such database. */
  private static final Set<String> HOPELESS = Set.of("28", "3D");

  /** Waits; a way for tests to do without. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private DatabaseStart() {}

  /**
   * Returns when the database is ready.
   *
   * @param migrating the same database by connections that may take their time: an index of all
   *     activities takes longer to make than is allowed to a batch
   * @throws IllegalStateException if it refuses the login, does not exist or has a newer schema
   */
  public static void await(DataSource dataSource, DataSource migrating, Pause pause)
      throws InterruptedException {
    Backoff backoff = new Backoff();
    while (!answers(dataSource)) {
      pause.of(backoff.next());
    }
    Schema.migrate(migrating);
  }

  private static boolean answers(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(0);
    } catch (SQLException e) {
      requireHope(e);
      log.warn("The database does not answer yet: {}", rootMessage(e));
      return false;
    }
  }

  private static void requireHope(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().length() == 5
          && HOPELESS.contains(sql.getSQLState().substring(0, 2))) {
        throw new IllegalStateException(
            "the database refuses the sink, check spring.datasource.url, username and password: "
                + rootMessage(failure),
            failure);
      }
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
