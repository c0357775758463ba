package dev.aidis.sink.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.aidis.archive.ArchivedMonth;
import dev.aidis.archive.MonthArchive;
import dev.aidis.sink.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever archives is killed in its last step: its file is written, its rows are not gone yet. */
class KilledArchiveIT {
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
  private static final String LOCKING =
      """
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%LOCK TABLE%' AND pid <> pg_backend_pid()
        AND state = 'active'
      """;
  private static final String KILL =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%LOCK TABLE%' AND pid <> pg_backend_pid()
      """;

  @TempDir private Path directory;
  private final DataSource database = TestDatabase.migrated();
  private MonthArchive archive;
  private List<String> before;

  @BeforeEach
  void write() throws SQLException {
    archive = new MonthArchive(database, directory);
    new BatchWriter(database, archive).write(Set.of(0), RandomUpdates.of(3));
    before = Tables.of(database);
  }

  @Test
  void aKilledArchiveLosesNothing() throws Exception {
    // When
    killInTheLastStep(() -> archive.archive(FEBRUARY));

    // Then
    assertThat(archive.archived()).isEmpty();
    assertThat(Tables.of(database)).isEqualTo(before);
    assertThat(archive.archive(FEBRUARY).rows()).as("again").isPositive();
    archive.restore(FEBRUARY);
    assertThat(Tables.of(database)).isEqualTo(before);
  }

  @Test
  void aKilledReturnLosesNothing() throws Exception {
    // Given
    ArchivedMonth archived = archive.archive(FEBRUARY);

    // When
    killInTheLastStep(() -> archive.restore(FEBRUARY));

    // Then
    assertThat(archive.archived()).containsExactly(archived);
    assertThat(directory.resolve(archived.file())).exists();
    assertThat(archive.restore(FEBRUARY)).as("again").isEqualTo(archived.rows());
    assertThat(Tables.of(database)).isEqualTo(before);
  }

  /** A reader keeps the last step from being done. */
  private void killInTheLastStep(Callable<?> work) throws Exception {
    try (ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Connection reading = database.getConnection();
        Statement statement = reading.createStatement()) {
      reading.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM sessions");
      Future<?> working = elsewhere.submit(work);
      await().until(() -> !TestDatabase.rows(database, LOCKING).isEmpty());
      TestDatabase.rows(database, KILL);
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(working::get)
          .withCauseInstanceOf(SQLException.class);
    }
  }
}
