package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.http.Json;
import dev.aidis.cli.intake.NewActivity;
import dev.aidis.git.Commit;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.FileChange;
import dev.aidis.schemas.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CommitActivitiesTest {
  private static final CommitActivities OWN =
      new CommitActivities("", "main", "aidis", "git@host:team/aidis.git", "trunk");
  private static final Commit COMMIT =
      Commits.of("abc", "Ada@Example.org", new FileChange("a/b.txt", 3, 1, false));

  @Test
  void aCommitIsAnActivityForEachFileAndOneForItself() {
    // When
    List<String> activities = OWN.of(COMMIT).stream().map(NewActivity::json).toList();

    // Then
    String shared =
        "\"occurredAt\":\"2026-01-31T10:00:00Z\",\"client\":\"git\",\"project\":\"aidis\","
            + "\"repo\":\"git@host:team/aidis.git\",\"branch\":\"trunk\",\"head\":\"abc\",";
    assertThat(activities)
        .containsExactly(
            "{\"id\":\""
                + Ids.nameBased("git::abc:a/b.txt")
                + "\",\"type\":\"file_modified\","
                + shared
                + "\"filePath\":\"a/b.txt\",\"linesAdded\":3,\"linesRemoved\":1}",
            "{\"id\":\""
                + Ids.nameBased("git::abc:")
                + "\",\"type\":\"code_measured\","
                + shared
                + "\"description\":\"Subject abc\","
                + "\"attributes\":{\"commitLinesAdded\":\"3\",\"commitLinesRemoved\":\"1\",\"files\":\"1\"}}");
  }

  @Test
  void idsDifferByOwnerAndWorkspaceAndNothingElseOfTheImport() {
    assertThat(firstId("", "main", "x")).isEqualTo(Ids.nameBased("git::abc:a/b.txt"));
    assertThat(firstId("", "main", "y")).isEqualTo(Ids.nameBased("git::abc:a/b.txt"));
    assertThat(firstId("", "side", "x")).isEqualTo(Ids.nameBased("git:/side:abc:a/b.txt"));
    assertThat(firstId("ada@example.org", "main", "x"))
        .isEqualTo(Ids.nameBased("git:ada@example.org:abc:a/b.txt"));
  }

  @Test
  void anAssistantAmongTheCoAuthorsMeansThatAnAiWasInvolved() {
    // When
    Json activity = read(OWN, Commits.withTrailer("Claude <noreply@anthropic.com>"));

    // Then
    assertThat(activity.text("aiInvolved")).isEqualTo("true");
    assertThat(activity.text("aiProvider")).isEqualTo("anthropic");
  }

  @Test
  void textsAreCutToWhatTheTrackerTakes() {
    // Given
    Commit commit =
        new Commit(
            new CommitHeader("abc", "", Commits.TIME), "x".repeat(5_000), List.of(), List.of());

    // When
    Json activity = read(OWN, commit);

    // Then
    assertThat(activity.text("description")).hasSize(4_000).endsWith("x…");
  }

  private static UUID firstId(String owner, String workspace, String project) {
    return new CommitActivities(owner, workspace, project, "/src", null).of(COMMIT).getFirst().id();
  }

  /** The last activity of a commit. */
  private static Json read(CommitActivities activities, Commit commit) {
    return Json.read(activities.of(commit).getLast().json()).orElseThrow();
  }
}
