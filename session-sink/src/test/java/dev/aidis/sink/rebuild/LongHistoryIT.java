package dev.aidis.sink.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.archive.MonthArchive;
import dev.aidis.schemas.ActivityType;
import dev.aidis.sink.TestDatabase;
import dev.aidis.sink.write.Tracker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decades of history: each month is a table with indexes, and Postgres has room for so many locks.
 */
class LongHistoryIT {
  private static final int MONTHS = 360;
  private static final YearMonth FIRST = YearMonth.of(1996, 1);

  private static final String COUNT =
      """
      SELECT count(*) FROM session_activities
      """;

  private static final String NEW_TABLES =
      """
      SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('aidis_rebuild')
      """;

  private final DataSource database = TestDatabase.migrated();
  @TempDir private Path directory;

  @Test
  void theNewTablesOfThirtyYearsAreChangedOverAndGo() throws SQLException {
    // Given
    Tracker ada = yearsOf("ada");
    NewTables built = NewTables.create(database);
    built.writer().write(Set.of(0), ada.updates());

    // When they are changed over, and a rebuild is broken off before it drops them
    Map<String, Long> changed = built.changeOver(Map.of());
    try (Connection connection = database.getConnection()) {
      ShadowTables.create(connection, "public");
      ShadowTables.drop(connection);
    }

    // Then
    assertThat(changed).containsEntry("session_activities", (long) MONTHS);
    assertThat(TestDatabase.rows(database, NEW_TABLES)).isEmpty();
    assertThat(TestDatabase.rows(database, COUNT)).containsExactly("" + MONTHS);
    MonthArchive archive = new MonthArchive(database, directory);
    assertThat(archive.archive(FIRST).rows()).isOne();
    assertThat(archive.restore(FIRST)).isOne();
  }

  /** One activity in each month. */
  private static Tracker yearsOf(String owner) {
    Tracker tracker = new Tracker(owner);
    for (int month = 0; month < MONTHS; month++) {
      tracker.did(
          tracker
              .activity(month + 1, ActivityType.HEARTBEAT, "09:00")
              .occurredAt(
                  FIRST.plusMonths(month).atDay(9).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
    return tracker;
  }
}
