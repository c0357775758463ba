package dev.aidis.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done in a work tree that {@code git worktree add} made. */
final class TranscriptOfWorkTreeTest {
  @TempDir private Path home;
  @TempDir private Path projects;

  @Test
  void theProjectIsThatOfTheRepositoryAndFilesAreNamedByTheWorkTreesRoot() throws IOException {
    // Given
    Path topic = linkedWorkTree();
    Path transcript =
        new TranscriptLines("s")
            .answer(
                1,
                "m",
                5,
                TranscriptLines.call("toolu_1", "Edit", "{\"file_path\":\"src/Cart.java\"}"))
            .result(2, "toolu_1", "")
            .write(projects.resolve("s.jsonl"), 0);
    Files.writeString(
        transcript, Files.readString(transcript).replace("/no/such/shop", topic.toString()));

    // When
    List<Json> activities = imported();

    // Then
    assertThat(activities)
        .hasSize(3)
        .allMatch(activity -> activity.text("project", "").equals("shop"))
        .anyMatch(activity -> activity.text("filePath", "").equals("src/Cart.java"));
  }

  private List<Json> imported() {
    try (FakeTracker tracker = new FakeTracker()) {
      tracker
          .answers("/api/v1/caller", 200, "{\"owner\":\"ada\"}")
          .answers("/api/v1/activities", 202, "{\"accepted\":3,\"rejected\":0,\"results\":[]}")
          .answers("/api/v1/pipeline", 200, "{\"activitiesLag\":0,\"updatesLag\":0}");
      new CliRun(home).with(tracker).aidis("import", "claude-code", projects.toString());
      return tracker.posted().stream()
          .flatMap(body -> Json.read(body).orElseThrow().objects("activities").stream())
          .toList();
    }
  }

  /** Of a repository named shop. */
  private Path linkedWorkTree() throws IOException {
    Path own = Files.createDirectories(home.resolve("shop/.git/worktrees/topic"));
    Files.writeString(own.resolve("commondir"), "../..\n");
    Path topic = Files.createDirectories(home.resolve("topic"));
    Files.writeString(topic.resolve(".git"), "gitdir: " + own + "\n");
    return topic;
  }
}
