package dev.aidis.cli.gitimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliException;
import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that was cloned with a filter, so that git fetches files when it needs them. */
final class ImportPartialCloneTest {
  private static final Instant TIME = Instant.parse("2026-01-31T10:00:00Z");

  @TempDir private Path home;
  @TempDir private Path directory;

  @Test
  void aPartialCloneSaysHowToGetWhatItLacks() throws IOException {
    // Given
    partialClone();
    remove("one\n");

    // When
    CliRun.Result result = importGit();

    // Then
    assertThat(result.exitCode()).isEqualTo(CliException.FAILURE);
    assertThat(result.err())
        .startsWith("aidis: note: this is a partial clone,")
        .endsWith("`git fetch --refetch --no-filter` gets what is missing\n");
  }

  @Test
  void aPartialCloneThatLacksNothingIsImported() throws IOException {
    // Given
    partialClone();

    // When
    CliRun.Result result = importGit();

    // Then
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Imported 2 commits");
  }

  private void partialClone() throws IOException {
    try (SmallRepository repository = new SmallRepository(directory)) {
      repository.commit("ada@example.org", TIME, "a.txt", "one\n");
      repository.commit("ada@example.org", TIME.plusSeconds(60), "a.txt", "two\n");
    }
    Files.writeString(
        directory.resolve(".git/config"),
        "[remote \"origin\"]\npromisor = true\npartialclonefilter = blob:none\n",
        StandardOpenOption.APPEND);
  }

  private void remove(String content) throws IOException {
    String id;
    try (ObjectInserter names = new ObjectInserter.Formatter()) {
      id = names.idFor(Constants.OBJ_BLOB, content.getBytes(UTF_8)).name();
    }
    Files.delete(directory.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
  }

  private CliRun.Result importGit() {
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers("/api/v1/caller", 200, "{\"owner\":\"grace\"}")
          .answers("/api/v1/activities", 202, "{\"accepted\":4,\"rejected\":0,\"results\":[]}")
          .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
      return new CliRun(home)
          .with(tracker)
          .aidis("import", "git", directory.toString(), "--all-authors");
    }
  }
}
