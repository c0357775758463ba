package dev.aidis.cli.gitimport;

import dev.aidis.cli.intake.NewActivity;
import dev.aidis.git.Commit;
import dev.aidis.git.FileChange;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.TrackerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What commits become.
 *
 * @param owner named in the ids, see {@link #scope}
 * @param workspace the activities go to
 * @param project they are done in
 * @param repo they are done in, an address or a directory
 * @param branch whose history it is, if HEAD is on one
 */
record CommitActivities(
    String owner, String workspace, String project, String repo, @Nullable String branch) {
  private static final String CLIENT = "git";

  /** The tracker's own owner in the ids. */
  static final String TRACKERS_OWNER = "";

  /** One for each file, then the commit itself: it measures what the files were. */
  List<NewActivity> of(Commit commit) {
    List<NewActivity> activities = new ArrayList<>(commit.files().size() + 1);
    for (FileChange file : commit.files()) {
      activities.add(
          activity(commit, file.path(), ActivityType.FILE_MODIFIED)
              .text("filePath", file.path())
              .lines(file.linesAdded(), file.linesRemoved()));
    }
    activities.add(whole(commit));
    return activities;
  }

  /** The commit itself, without the fields for lines: those of the files are counted already. */
  NewActivity whole(Commit commit) {
    return activity(commit, "", ActivityType.CODE_MEASURED)
        .text("description", commit.subject())
        .attribute("commitLinesAdded", commit.linesAdded())
        .attribute("commitLinesRemoved", commit.linesRemoved())
        .attribute("files", commit.files().size());
  }

  /**
   * The id is the same for the same commit, file, owner and workspace, so that importing again
   * changes nothing. Not by what git keeps when it rewrites a commit (author, time, message): ids
   * of earlier versions were made of the SHA, and one activity has one id. The tracker's own owner
   * is the empty one here: an import of one's own commits and one of all authors have different
   * ids, as they are different owners' activities.
   */
  private NewActivity activity(Commit commit, String path, ActivityType type) {
    Instant at = Objects.requireNonNull(commit.header().authoredAt(), "authoredAt");
    NewActivity activity =
        new NewActivity(
                Ids.nameBased("git:" + scope() + ":" + commit.sha() + ":" + path),
                type.wireName(),
                at)
            .name("client", CLIENT)
            .name("project", project)
            .text("repo", repo)
            .text("branch", branch)
            .name("head", commit.sha());
    Optional<String> assistant = AiCoAuthors.provider(commit.coAuthors());
    assistant.ifPresent(provider -> activity.aiInvolved().name("aiProvider", provider));
    return activity;
  }

  private String scope() {
    return workspace.equals(TrackerKey.MAIN) ? owner : owner + "/" + workspace;
  }
}
