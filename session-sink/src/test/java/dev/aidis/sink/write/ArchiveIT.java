package dev.aidis.sink.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aidis.archive.ArchiveException;
import dev.aidis.archive.ArchivedMonth;
import dev.aidis.archive.MonthArchive;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.sink.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Months that are taken out of Postgres, and what is written meanwhile. */
class ArchiveIT {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final String COUNT = "SELECT count(*) FROM session_activities";
  private static final Duration AGE = Duration.ofDays(90);

  @TempDir private Path directory;
  private final DataSource database = TestDatabase.migrated();

  @Test
  void aMonthComesBackAsItWas() throws SQLException, IOException {
    // Given
    MonthArchive archive = new MonthArchive(database, directory);
    new BatchWriter(database, archive).write(Set.of(0), RandomUpdates.of(1));
    List<String> before = Tables.of(database);
    List<String> numbers = numbers();

    // When
    ArchivedMonth archived = archive.archive(FEBRUARY);

    // Then
    Path file = directory.resolve(archived.file());
    assertThat(archived.rows()).isPositive();
    assertThat(TestDatabase.rows(database, COUNT))
        .containsExactly(Long.toString(numbers.size() - archived.rows()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(archive.archived()).containsExactly(archived);
    assertThat(archive.archive(FEBRUARY)).as("again").isEqualTo(archived);

    // When
    long restored = archive.restore(FEBRUARY);

    // Then
    assertThat(restored).isEqualTo(archived.rows());
    assertThat(Tables.of(database)).isEqualTo(before);
    assertThat(numbers()).isEqualTo(numbers);
    assertThat(file).doesNotExist();
    assertThat(archive.restore(FEBRUARY)).as("again").isZero();
  }

  /** Merges, splits, notes and files over both months, from activities that arrive in any order. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void archivingAtAnyTimeChangesNothing(long seed) throws SQLException {
    // Given
    List<SessionUpdate> updates = RandomUpdates.of(seed);
    DataSource neverArchived = TestDatabase.migrated();
    new BatchWriter(neverArchived).write(Set.of(0), updates);
    MonthArchive archive = new MonthArchive(database, directory);
    BatchWriter writer = new BatchWriter(database, archive);
    Random random = new Random(seed);

    // When
    for (int from = 0; from < updates.size(); from += 40) {
      int again = Math.max(0, from - random.nextInt(20));
      writer.write(Set.of(0), updates.subList(again, Math.min(updates.size(), from + 40)));
      if (random.nextInt(3) == 0) {
        for (YearMonth month : archive.due(Instant.parse("2026-11-25T00:00:00Z"), AGE)) {
          archive.archive(month);
        }
      }
    }
    archive.restoreAmong(Set.of(JANUARY, FEBRUARY, MARCH));

    // Then
    assertThat(archive.archived()).isEmpty();
    assertThat(Tables.of(database))
        .as("seed %d", seed)
        .containsExactlyElementsOf(Tables.of(neverArchived));
  }

  @Test
  void onlyWholeMonthsOldEnoughAreDue() throws SQLException {
    // Given
    MonthArchive archive = new MonthArchive(database, directory);
    BatchWriter writer = new BatchWriter(database, archive);
    writer.prepare(Instant.parse("2026-01-05T00:00:00Z")); // and the next two months, all empty
    writer.write(Set.of(0), new Tracker("ada").did(1, ActivityType.NOTE_ADDED, "10:00").updates());

    // When / Then: March ended on the first of April
    assertThat(archive.due(Instant.parse("2026-06-29T23:59:59Z"), AGE)).isEmpty();
    assertThat(archive.due(Instant.parse("2026-06-30T00:00:00Z"), AGE)).containsExactly(MARCH);
  }

  @Test
  void aBatchOfAnArchivedMonthWaitsWhileItsFileIsNotThere() throws SQLException, IOException {
    // Given
    MonthArchive archive = new MonthArchive(database, directory);
    BatchWriter writer = new BatchWriter(database, archive);
    Tracker tracker = new Tracker("ada").did(1, ActivityType.NOTE_ADDED, "10:00");
    writer.write(Set.of(0), tracker.updates());
    Path file = directory.resolve(archive.archive(MARCH).file());
    Path elsewhere = Files.move(file, directory.resolve("elsewhere"));
    List<SessionUpdate> updates = tracker.did(2, ActivityType.NOTE_ADDED, "10:30").updates();

    // When / Then
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> writer.write(Set.of(0), updates))
        .withMessageContainingAll("2026-03 is archived in " + file, "put it back");
    Files.writeString(file, "something else");
    assertThatExceptionOfType(ArchiveException.class)
        .isThrownBy(() -> writer.write(Set.of(0), updates))
        .withMessageContaining("is not what was archived");

    // When
    Files.delete(file);
    Files.move(elsewhere, file);
    writer.write(Set.of(0), updates);

    // Then
    assertThat(TestDatabase.rows(database, COUNT)).containsExactly("2");
    assertThat(TestDatabase.rows(database, "SELECT activities FROM sessions")).containsExactly("2");
  }

  @Test
  void whatAProcessThatEndedInTheMiddleLeftIsWrittenOver() throws SQLException, IOException {
    // Given
    MonthArchive archive = new MonthArchive(database, directory);
    BatchWriter writer = new BatchWriter(database, archive);
    writer.write(Set.of(0), new Tracker("ada").did(1, ActivityType.NOTE_ADDED, "10:00").updates());
    List<String> before = Tables.of(database);
    Files.writeString(directory.resolve("session_activities-2026-03.copy.gz"), "half");
    Files.writeString(directory.resolve("session_activities-2026-03.copy.gz.part"), "less");

    // When
    archive.archive(MARCH);
    archive.restore(MARCH);

    // Then
    assertThat(Tables.of(database)).isEqualTo(before);
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void archivingWaitsForWhoWritesToTheMonthAndEndsNobodysWork() throws Exception {
    // Given a writer in the middle of its transaction
    MonthArchive archive = new MonthArchive(database, directory);
    new BatchWriter(database, archive)
        .write(Set.of(0), new Tracker("ada").did(1, ActivityType.NOTE_ADDED, "10:00").updates());
    CompletableFuture<Void> archiving;
    try (Connection writing = database.getConnection();
        var statement = writing.createStatement()) {
      writing.setAutoCommit(false);
      statement.execute("UPDATE sessions SET session_goals = 'not yet committed'");

      // When
      archiving = CompletableFuture.runAsync(() -> archiveUnchecked(archive));
      statement.execute("SELECT pg_sleep(1.5)");
      statement.execute("SELECT count(*) FROM session_activities");
      writing.commit();
    }
    archiving.get(30, TimeUnit.SECONDS);

    // Then
    assertThat(archive.archived()).hasSize(1);
    assertThat(TestDatabase.rows(database, "SELECT session_goals FROM sessions"))
        .containsExactly("not yet committed");
  }

  private static void archiveUnchecked(MonthArchive archive) {
    try {
      archive.archive(MARCH);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> numbers() {
    return TestDatabase.rows(database, "SELECT id, uuid FROM session_activities ORDER BY uuid");
  }
}
