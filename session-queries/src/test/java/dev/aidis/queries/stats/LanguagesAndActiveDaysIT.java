package dev.aidis.queries.stats;

import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.Scope;
import dev.aidis.queries.TestDatabase;
import dev.aidis.queries.Tracker;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is said by language, and of each day. */
class LanguagesAndActiveDaysIT {
  private static final Scope ADA = Scope.of("ada");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateRange MARCH =
      new DateRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));
  private static final DataSource DATABASE = TestDatabase.migrated();

  private final StatsQueries queries = new StatsQueries(DATABASE);

  LanguagesAndActiveDaysIT() {
    TestDatabase.execute(
        DATABASE, "TRUNCATE sessions, session_activities, tasks, projects CASCADE");
  }

  @Test
  void linesCountForTheLanguageOfTheirFile() throws SQLException {
    // Given
    Tracker ada = new Tracker("ada");
    changed(ada, 1, "src/A.java", 10, 2);
    changed(ada, 2, "src/B.JAVA", 5, 0);
    changed(ada, 3, "ui/page.tsx", 30, 1);
    changed(ada, 4, "notes.weird", 3, 0);
    changed(ada, 5, "Makefile", 2, 0);
    Tracker bob = new Tracker("bob");
    changed(bob, 6, "main.go", 99, 0);
    ada.writeTo(DATABASE);
    bob.writeTo(DATABASE);

    // When
    List<LanguageTotals> languages = queries.of(ADA, MARCH, ZoneOffset.UTC).languages();

    // Then
    assertThat(languages)
        .containsExactly(
            new LanguageTotals("TypeScript", 1, 30, 1),
            new LanguageTotals("Java", 2, 15, 2),
            new LanguageTotals("weird", 1, 3, 0),
            new LanguageTotals("none", 1, 2, 0));
    assertThat(queries.of(ADA.withProject("other"), MARCH, ZoneOffset.UTC).languages()).isEmpty();
  }

  /** The statistics of one day alone say how long it was active. */
  @Test
  void aDayAmongOthersIsAsActiveAsAlone() throws SQLException {
    // Given
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (String workspace : List.of("main", "side")) {
      Tracker tracker = new Tracker("ada", workspace);
      Instant at = Instant.parse("2026-03-02T20:00:00Z");
      for (int i = 0; i < 200; i++) {
        // Never at the same second: the id of an activity is made from its time.
        at = at.plusSeconds(1 + random.nextInt(random.nextInt(10) == 0 ? 40_000 : 1_800));
        tracker.did(HEARTBEAT, at.toString());
      }
      tracker.writeTo(DATABASE);
    }

    // When
    List<DayTotals> days = queries.of(ADA, MARCH, BERLIN).days();

    // Then
    assertThat(days).as("seed %d", seed).hasSizeGreaterThan(5);
    for (DayTotals day : days) {
      Duration alone = queries.of(ADA, new DateRange(day.date(), day.date()), BERLIN).active();
      assertThat(day.active())
          .as("%s, seed %d", day.date(), seed)
          .isBetween(alone.minusSeconds(1), alone.plusSeconds(1));
    }
  }

  private static void changed(Tracker tracker, int number, String path, int added, int removed) {
    tracker.did(
        tracker
            .activity(number, FILE_MODIFIED, "09:0" + number)
            .filePath(path)
            .linesAdded(added)
            .linesRemoved(removed));
  }
}
