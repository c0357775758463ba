package dev.aidis.sink.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plans of statements that were prepared while the tables were empty. */
class GrowingTablesIT {
  private static final int MORE_THAN_POSTGRES_TRIES_CUSTOM_PLANS = 12;
  private static final int BATCHES = 4;
  private static final int ACTIVITIES = 1_000;
  private static final Duration BETWEEN = Duration.ofMinutes(9);
  private static final Duration ANOTHER_SESSION = Duration.ofHours(3);
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final String READ =
      "SELECT sum(seq_tup_read) FROM pg_stat_user_tables WHERE relname NOT IN ('projects')";

  private final Tracker tracker = new Tracker("ada");
  private Instant now = START;
  private int told;

  @Test
  void aLongHistoryRightAfterTheFirstActivitiesIsNotLookedUpByReadingWholeTables()
      throws SQLException {
    try (HikariDataSource database = oneConnection()) {
      BatchWriter writer = new BatchWriter(database);
      for (int batch = 0; batch < MORE_THAN_POSTGRES_TRIES_CUSTOM_PLANS; batch++) {
        writer.write(Set.of(0), next(1));
      }
      long before = rowsRead(database);

      for (int batch = 0; batch < BATCHES; batch++) {
        writer.write(Set.of(0), next(ACTIVITIES));
      }

      assertThat(rowsRead(database) - before).isLessThan(BATCHES * ACTIVITIES);
    }
  }

  /** A tenth begins another session; the last one's session is told in the next batch. */
  private List<SessionUpdate> next(int activities) {
    int from = tracker.updates().size();
    for (int i = 0; i < activities; i++) {
      now = now.plus(told % 10 == 9 ? ANOTHER_SESSION : BETWEEN);
      ActivityType type = told % 3 == 0 ? ActivityType.TASK_CREATED : ActivityType.FILE_MODIFIED;
      tracker.did(
          tracker
              .activity(told, type, "08:00")
              .occurredAt(now)
              .taskId(type == ActivityType.TASK_CREATED ? Tracker.id(told) : null)
              .filePath(type == ActivityType.FILE_MODIFIED ? "File" + told % 7 : null));
      told++;
    }
    List<SessionUpdate> next =
        new ArrayList<>(tracker.updates().subList(from, tracker.updates().size()));
    boolean isFirstOfSession = told == 1 || told % 10 == 0;
    if (!isFirstOfSession) {
      next.add(RandomUpdates.withoutSession(next.removeLast()));
    }
    return next;
  }

  private static long rowsRead(HikariDataSource database) {
    return Long.parseLong(
        TestDatabase.rows(database, "SELECT pg_stat_force_next_flush()", READ).getFirst());
  }

  private static HikariDataSource oneConnection() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(TestDatabase.migrated());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }
}
