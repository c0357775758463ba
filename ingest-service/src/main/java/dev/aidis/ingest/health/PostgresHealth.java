package dev.aidis.ingest.health;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the database answers. */
public final class PostgresHealth extends AbstractHealthIndicator {
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;

  public PostgresHealth(DataSource database) {
    super("Postgres does not answer");
    this.database = database;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws Exception {
    try (Connection connection = database.getConnection()) {
      health.status(connection.isValid(PATIENCE_SECONDS) ? "UP" : "DOWN");
    }
  }
}
