package dev.aidis.ingest.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers. */
public final class PostgresHealth implements HealthIndicator {
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;

  public PostgresHealth(DataSource database) {
    this.database = database;
  }

  @Override
  public Health health() {
    try (Connection connection = database.getConnection()) {
      if (connection.isValid(PATIENCE_SECONDS)) {
        return Health.up().build();
      }
    } catch (SQLException e) {
      // The same as a connection that is not valid.
    }
    return Health.down().withDetail("error", "Postgres does not answer").build();
  }
}
