package dev.aidis.sink.write;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many sessions are open, as the database has them: right after a restart too, and the same
 * number from every sink. Thread-safe.
 */
public final class OpenSessions {
  static final String METRIC = "aidis.sessions.open";

  private static final Logger log = LoggerFactory.getLogger(OpenSessions.class);
  private static final List<String> STATUSES = List.of("active", "paused");

  /** One look serves all gauges of one scrape. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private static final String COUNT =
      """
      SELECT status, count(*) AS sessions FROM sessions WHERE status IN ('active', 'paused') GROUP BY status
      """;

  private final DataSource database;
  private final InstantSource clock;
  private Instant lookedAt = Instant.EPOCH;
  private @Nullable Map<String, Long> counts;

  public OpenSessions(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One gauge for each status; NaN while the database is away. */
  public void register(MeterRegistry metrics) {
    for (String status : STATUSES) {
      Gauge.builder(METRIC, () -> count(status))
          .description("Sessions that are open now")
          .tag("status", status)
          .register(metrics);
    }
  }

  private synchronized double count(String status) {
    if (clock.instant().isAfter(lookedAt.plus(FRESH))) {
      counts = look();
      lookedAt = clock.instant();
    }
    return counts == null ? Double.NaN : counts.getOrDefault(status, 0L);
  }

  private @Nullable Map<String, Long> look() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNT);
        ResultSet rows = statement.executeQuery()) {
      Map<String, Long> found = new HashMap<>();
      while (rows.next()) {
        found.put(rows.getString("status"), rows.getLong("sessions"));
      }
      return found;
    } catch (SQLException e) {
      log.debug("The open sessions cannot be counted now", e);
      return null;
    }
  }
}
