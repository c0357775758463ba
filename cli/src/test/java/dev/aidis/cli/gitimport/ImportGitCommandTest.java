package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.http.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportGitCommandTest {
  private static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");

  private final FakeTracker tracker = new FakeTracker();

  @TempDir private Path home;
  @TempDir private Path directory;

  @BeforeEach
  void answer() {
    tracker
        .answers("/api/v1/caller", 200, "{\"owner\":\"grace\"}")
        .answers("/api/v1/activities", 202, "{\"accepted\":2,\"rejected\":0,\"results\":[]}")
        .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void onesOwnCommitsAreImportedForTheTrackersOwner() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.setUser("Ada@example.org");
      repository.commit("ada@example.org", TIME, "a.txt", "one\ntwo\n");
      repository.commit("bob@example.org", TIME.plusSeconds(60), "b.txt", "three\n");
    }

    // When
    CliRun.Result result = importGit("demo");

    // Then
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                Importing 1 commit of %s
                Imported 1 commit of 1 author into project demo
                  lines       +2 -0
                  activities  2 accepted, 0 rejected
                  time        0.0 s, 2,000 activities/s
                See the sessions with: aidis sessions list
                """
                    .formatted(directory.resolve("demo")),
                ""));
    assertThat(activities())
        .extracting(activity -> activity.text("type"), activity -> activity.text("owner"))
        .containsExactly(tuple("file_modified", "grace"), tuple("code_measured", "grace"));
  }

  @Test
  void everyonesCommitsAreImportedOldestFirstForTheirAuthors() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.commit("ada@example.org", TIME.plusSeconds(60), "a.txt", "one\n");
      repository.commit("ada@example.org", TIME, "a.txt", "two\n");
    }

    // When
    CliRun.Result result =
        importGit("demo", "--all-authors", "--project", "p", "--workspace", "side");

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("into project p\n", "aidis sessions list --all-owners\n");
    assertThat(activities())
        .hasSize(4)
        .allMatch(activity -> activity.text("owner", "").equals("ada@example.org"))
        .allMatch(activity -> activity.text("workspace", "").equals("side"))
        .extracting(activity -> Instant.parse(activity.text("occurredAt", "")))
        .isSorted();
  }

  @Test
  void importingAgainSendsTheSameIds() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.setUser("ada@example.org");
      repository.commit("ada@example.org", TIME, "a.txt", "one\n");
    }

    // When
    importGit("demo");
    importGit("demo");

    // Then
    List<String> ids = activities().stream().map(activity -> activity.text("id", "")).toList();
    assertThat(ids.subList(0, 2)).doesNotHaveDuplicates().isEqualTo(ids.subList(2, 4));
  }

  @Test
  void forAnOwnerWhoIsNotTheTrackersTheIdsAreOthers() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.setUser("ada@example.org");
      repository.commit("ada@example.org", TIME, "a.txt", "one\n");
    }

    // When
    importGit("demo");
    new CliRun(home)
        .with(tracker)
        .with("AIDIS_OWNER", "ada")
        .aidis("import", "git", directory.resolve("demo").toString());

    // Then
    assertThat(activities()).extracting(activity -> activity.text("id")).doesNotHaveDuplicates();
    assertThat(activities())
        .extracting(activity -> activity.text("owner"))
        .containsExactly("grace", "grace", "ada", "ada");
  }

  @Test
  void commitsBeforeTheGivenDateAreLeftOut() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.commit("ada@example.org", TIME, "a.txt", "one\n");
      repository.commit("ada@example.org", TIME.plusSeconds(86_400), "a.txt", "two\n");
    }

    // When
    CliRun.Result result =
        importGit("demo", "--author", "ADA@example.org", "--since", "2026-02-01");

    // Then
    assertThat(result.out()).contains("Imported 1 commit");
  }

  @Test
  void commitsAfterTheGivenDateAreLeftOutAndADayIsMeantWithAllItsHours() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.setUser("ada@example.org");
      repository.commit("ada@example.org", TIME, "a.txt", "one\n");
      repository.commit("ada@example.org", TIME.plusSeconds(86_400), "a.txt", "two\n");
    }

    // When
    CliRun.Result first = importGit("demo", "--until", "2026-01-31");
    CliRun.Result none = importGit("demo", "--until", "2026-01-30");

    // Then
    assertThat(first.out()).contains("Imported 1 commit");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("no commits of ada@example.org before 2026-01-31T00:00:00Z");
  }

  @Test
  void commitsAloneHaveNeitherFilesNorLines() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.setUser("ada@example.org");
      repository.commit("ada@example.org", TIME, "a.txt", "one\ntwo\n");
    }

    // When
    CliRun.Result result = importGit("demo", "--commits-only");

    // Then
    assertThat(result.out()).contains("lines       +2 -0, not counted\n");
    assertThat(activities())
        .extracting(activity -> activity.text("type"), activity -> activity.text("linesAdded"))
        .containsExactly(tuple("code_measured", null));
  }

  @Test
  void aCommitWhoseTimeCannotBeIsNamedAndLeftOut() {
    // Given
    String sha;
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      sha = repository.commit("ada@example.org", Instant.parse("2201-01-01T00:00:00Z"), "a", "1");
      repository.commit("ada@example.org", TIME, "a", "2");
    }

    // When
    CliRun.Result result = importGit("demo", "--all-authors");

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Imported 1 commit");
    assertThat(result.err())
        .isEqualTo(
            "aidis: left out 1 commit without an author time from 1970 to 2200:\n  " + sha + "\n");
  }

  @Test
  void withoutCommitsOfThatAuthorTheMostFrequentOnesAreNamed() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.commit("bob@example.org", TIME, "a", "1");
      repository.commit("Ada@example.org", TIME, "a", "2");
      repository.commit("ada@example.org", TIME, "a", "3");
    }

    // When
    CliRun.Result result = importGit("demo", "--author", "eve@example.org");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: no commits of eve@example.org in '"
                + directory.resolve("demo")
                + "': say --author EMAIL or --all-authors. Most commits are by ada@example.org (2),"
                + " bob@example.org (1)\n");
    assertThat(tracker.requests()).isEmpty();
  }

  @Test
  void withoutATrackerNothingIsRead() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.commit("ada@example.org", TIME, "a", "1");
    }
    tracker.close();

    // When
    CliRun.Result result = importGit("demo", "--all-authors");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.NOT_RUNNING);
    assertThat(result.err()).startsWith("aidis: the tracker does not answer at ");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void refusedActivitiesAreCountedByReasonAndFailTheImport() {
    // Given
    try (SmallRepository repository = new SmallRepository(directory.resolve("demo"))) {
      repository.commit("ada@example.org", TIME, "a", "1");
    }
    FakeTracker refusing =
        new FakeTracker()
            .answers("/api/v1/caller", 200, "{\"owner\":\"grace\"}")
            .answers(
                "/api/v1/activities",
                202,
                """
                {"accepted":0,"rejected":2,"results":[
                  {"index":0,"status":"rejected","error":"no good"},
                  {"index":1,"status":"rejected","error":"no good"}]}
                """)
            .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");

    // When
    CliRun.Result result;
    try (refusing) {
      result =
          new CliRun(home)
              .with(refusing)
              .aidis("import", "git", directory.resolve("demo").toString(), "--all-authors");
    }

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.out()).contains("activities  0 accepted, 2 rejected\n");
    assertThat(result.err()).isEqualTo("aidis: rejected 2 times: no good\n");
  }

  @Test
  void aDirectoryThatIsNoRepositoryIsAnError() {
    // When
    CliRun.Result result = importGit("");

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err())
        .isEqualTo(
            "aidis: '" + directory + "' is not in a git repository: name a directory of one\n");
  }

  private CliRun.Result importGit(String repository, String... options) {
    String[] arguments = new String[3 + options.length];
    arguments[0] = "import";
    arguments[1] = "git";
    arguments[2] = directory.resolve(repository).toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return new CliRun(home).with(tracker).aidis(arguments);
  }

  private List<Json> activities() {
    return tracker.posted().stream()
        .flatMap(body -> Json.read(body).orElseThrow().objects("activities").stream())
        .toList();
  }
}
