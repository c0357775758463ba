package dev.aidis.queries.comparison;

import static dev.aidis.schemas.ActivityType.FILE_MODIFIED;
import static dev.aidis.schemas.ActivityType.HEARTBEAT;
import static dev.aidis.schemas.ActivityType.SESSION_ENDED;
import static dev.aidis.schemas.ActivityType.SESSION_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.queries.SessionNotFoundException;
import dev.aidis.queries.TestDatabase;
import dev.aidis.queries.Tracker;
import dev.aidis.queries.comparison.FileOverlap.SharedFile;
import dev.aidis.schemas.ActivityBuilder;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ComparisonIT {
  private static final DataSource DATABASE = TestDatabase.migrated();

  private final ComparisonQueries queries = new ComparisonQueries(DATABASE);
  private final Tracker ada = new Tracker("ada");

  ComparisonIT() {
    TestDatabase.execute(
        DATABASE,
        "TRUNCATE sessions, absorbed_sessions, session_activities, tasks, projects RESTART IDENTITY CASCADE");
  }

  @Test
  void theExplanationSaysWhatMakesTheDifferenceTheGreatestFirst() throws SQLException {
    // Given
    twoSessions();

    // When
    Comparison comparison = compare();

    // Then
    assertThat(comparison.explanation())
        .containsExactly(
            "Session 1 scores 73, 33 more than session 2 with 40.",
            "Task completion: session 1 gets 40 of 40 points for 2 of 2 tasks completed,"
                + " session 2 gets 20 for 1 of 2 tasks completed (20 more).",
            "Duration: session 1 gets 10 of 10 points for 90 minutes, session 2 gets 0 for 20"
                + " minutes (10 more).",
            "Decisions: session 1 gets 3 of 15 points for 1 decision, session 2 gets 0 for no"
                + " decisions (3 more).");
  }

  @Test
  void theExplanationIsTheSameTheOtherWayRound() throws SQLException {
    // Given
    twoSessions();

    // When
    Comparison back = queries.compare("ada", session(1), session(0));

    // Then
    assertThat(back.explanation()).isEqualTo(compare().explanation());
    assertThat(back.first().number()).isEqualTo(2);
  }

  @Test
  void eachMetricHasBothValuesAndTheDifference() throws SQLException {
    // Given
    twoSessions();

    // When
    List<Measure> measures = compare().measures();

    // Then
    assertThat(measures)
        .extracting(Measure::name, Measure::first, Measure::second, Measure::difference)
        .contains(
            row("duration", 90, 20),
            row("tasks_created", 2, 2),
            row("tasks_completed", 2, 1),
            row("decisions", 1, 0),
            row("lines_added", 120, 10),
            row("files_modified", 2, 1),
            row("file_modifications", 3, 1));
  }

  @Test
  void theDifferencesOfTheComponentsAddUpToThatOfTheScores() throws SQLException {
    // Given
    twoSessions();

    // When
    Comparison comparison = compare();

    // Then
    assertThat(comparison.score())
        .extracting(ScorePart::name)
        .containsExactly("completion", "decisions", "context", "lines", "duration");
    assertThat(
            comparison.score().stream()
                .map(ScorePart::difference)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("-33");
    assertThat(comparison.second().productivityScore()).isEqualByComparingTo("40");
  }

  @Test
  void tagsAndFilesInCommonAreToldApartFromThoseOfOne() throws SQLException {
    // Given
    twoSessions();

    // When
    Comparison comparison = compare();

    // Then
    assertThat(comparison.tags())
        .isEqualTo(new Overlap(List.of("api"), List.of("feature"), List.of("review")));
    assertThat(comparison.files())
        .isEqualTo(
            new FileOverlap(
                1,
                1,
                1,
                List.of(
                    new SharedFile("A.java", true, true, 2, 1),
                    new SharedFile("B.java", true, false, 1, 0),
                    new SharedFile("C.java", false, true, 0, 0))));
  }

  @Test
  void manyFilesAreCountedThoughFewAreShown() throws SQLException {
    // Given
    ada.did(1, SESSION_STARTED, "09:00");
    IntStream.range(0, 70).forEach(i -> ada.did(file(100 + i, "F" + i, "09:10")));
    ada.did(2, SESSION_ENDED, "09:20").did(3, SESSION_STARTED, "10:00");
    IntStream.range(60, 80).forEach(i -> ada.did(file(200 + i, "F" + i, "10:10")));
    ada.writeTo(DATABASE);

    // When
    FileOverlap files = compare().files();

    // Then
    assertThat(files)
        .extracting(FileOverlap::common, FileOverlap::onlyFirst, FileOverlap::onlySecond)
        .containsExactly(10L, 60L, 10L);
    assertThat(files.files()).hasSize(FileOverlap.MOST);
    assertThat(files.files().subList(0, 10)).allMatch(SharedFile::common);
  }

  @Test
  void whatCannotBeMeasuredIsAbsentNotZero() throws SQLException {
    // Given sessions of a single moment
    ada.did(1, HEARTBEAT, "09:00").did(2, SESSION_STARTED, "12:00").writeTo(DATABASE);

    // When
    Comparison comparison = compare();

    // Then
    assertThat(comparison.indicators())
        .filteredOn(measure -> measure.name().equals("completion_rate"))
        .singleElement()
        .returns(null, Measure::first)
        .returns(null, Measure::difference);
    assertThat(comparison.explanation())
        .containsExactly("Both sessions score 0, with the same points in each component.");
    assertThat(comparison.files()).isEqualTo(new FileOverlap(0, 0, 0, List.of()));
  }

  @Test
  void aSessionComparedWithItselfSaysSo() throws SQLException {
    // Given
    twoSessions();

    // When, Then
    assertThat(queries.compare("ada", session(0), session(0)).explanation())
        .containsExactly("This is session 1 compared with itself, so nothing differs.");
  }

  @Test
  void aSessionComparedWithOneThatWasMergedIntoItSaysSo() throws SQLException {
    // Given
    twoSessions();
    UUID gone = new UUID(7, 7);
    TestDatabase.execute(
        DATABASE,
        "INSERT INTO absorbed_sessions (uuid, number, into_uuid, revision) VALUES ('%s', 77, '%s', 5)"
            .formatted(gone, session(0)));

    // When, Then
    assertThat(queries.compare("ada", gone, session(0)).explanation())
        .containsExactly(
            "Session %s was merged into session 1, which is compared in its place.".formatted(gone),
            "This is session 1 compared with itself, so nothing differs.");
    assertThat(queries.compare("ada", session(1), gone).explanation())
        .startsWith(
            "Session %s was merged into session 1, which is compared in its place.".formatted(gone),
            "Session 1 scores 73, 33 more than session 2 with 40.");
  }

  @Test
  void aSessionThatIsNotThereIsNamed() throws SQLException {
    // Given
    twoSessions();

    // When, Then
    assertThatThrownBy(() -> queries.compare("ada", session(0), new UUID(9, 9)))
        .isInstanceOf(SessionNotFoundException.class)
        .hasMessageContaining(new UUID(9, 9).toString());
  }

  private void twoSessions() throws SQLException {
    TwoSessions.of(ada);
    ada.writeTo(DATABASE);
  }

  private ActivityBuilder file(int number, String path, String time) {
    return ada.activity(number, FILE_MODIFIED, time).filePath(path);
  }

  private static org.assertj.core.groups.Tuple row(String name, long first, long second) {
    return tuple(
        name,
        BigDecimal.valueOf(first),
        BigDecimal.valueOf(second),
        BigDecimal.valueOf(second - first));
  }

  private Comparison compare() {
    return queries.compare("ada", session(0), session(1));
  }

  private UUID session(int index) {
    return ada.sessions().get(index).id();
  }
}
