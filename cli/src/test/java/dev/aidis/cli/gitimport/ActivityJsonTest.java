package dev.aidis.cli.gitimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.http.Json;
import dev.aidis.git.Commit;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.FileChange;
import dev.aidis.schemas.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ActivityJsonTest {
  private static final ActivityJson OWN =
      new ActivityJson(OwnerRule.TRACKER, "main", "aidis", "git@host:team/aidis.git", "trunk");
  private static final ActivityJson EVERYONES =
      new ActivityJson(OwnerRule.AUTHOR, "main", "aidis", "/src/aidis", null);
  private static final Commit COMMIT =
      Commits.of("abc", "Ada@Example.org", new FileChange("a/b.txt", 3, 1, false));

  @Test
  void aCommitIsAnActivityForEachFileAndOneForItself() {
    // When
    String json = new String(OWN.write(CommitActivity.of(COMMIT)), StandardCharsets.UTF_8);

    // Then
    String shared =
        "\"occurredAt\":\"2026-01-31T10:00:00Z\",\"workspace\":\"main\",\"client\":\"git\","
            + "\"project\":\"aidis\",\"repo\":\"git@host:team/aidis.git\",\"branch\":\"trunk\",\"head\":\"abc\",";
    assertThat(json)
        .isEqualTo(
            "{\"activities\":[{\"id\":\""
                + Ids.nameBased("git::abc:a/b.txt")
                + "\","
                + shared
                + "\"type\":\"file_modified\",\"filePath\":\"a/b.txt\",\"linesAdded\":3,\"linesRemoved\":1},"
                + "{\"id\":\""
                + Ids.nameBased("git::abc:")
                + "\","
                + shared
                + "\"type\":\"code_measured\",\"description\":\"Subject abc\","
                + "\"attributes\":{\"commitLinesAdded\":\"3\",\"commitLinesRemoved\":\"1\",\"files\":\"1\"}}]}");
  }

  @Test
  void ofEveryonesCommitsEachAuthorIsTheOwner() {
    // When
    Json activity = read(EVERYONES, COMMIT);

    // Then
    assertThat(activity.text("owner")).isEqualTo("ada@example.org");
    assertThat(activity.names()).doesNotContain("branch", "aiInvolved");
  }

  @Test
  void idsDifferByOwnerAndWorkspaceAndNothingElseOfTheImport() {
    // Given
    CommitActivity activity = CommitActivity.of(COMMIT).getFirst();
    ActivityJson otherProject = new ActivityJson(OwnerRule.TRACKER, "main", "x", "y", "z");
    ActivityJson otherWorkspace = new ActivityJson(OwnerRule.TRACKER, "side", "x", "y", "z");

    // When
    UUID own = OWN.id(activity);

    // Then
    assertThat(otherProject.id(activity)).isEqualTo(own);
    assertThat(otherWorkspace.id(activity)).isEqualTo(Ids.nameBased("git:/side:abc:a/b.txt"));
    assertThat(EVERYONES.id(activity)).isEqualTo(Ids.nameBased("git:ada@example.org:abc:a/b.txt"));
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

  /** The last activity of a commit. */
  private static Json read(ActivityJson json, Commit commit) {
    String text = new String(json.write(CommitActivity.of(commit)), StandardCharsets.UTF_8);
    return Json.read(text).orElseThrow().objects("activities").getLast();
  }
}
