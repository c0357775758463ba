package dev.aidis.cli.gitimport;

import dev.aidis.cli.Surroundings;
import dev.aidis.cli.intake.Pipeline;
import dev.aidis.git.Commit;
import dev.aidis.git.CommitHeader;
import dev.aidis.git.GitHistory;
import dev.aidis.schemas.ActivityLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the chosen commits of a history and sends them, until the last one is in Postgres. */
final class GitImport {
  private final GitHistory history;
  private final OwnerRule ownerRule;
  private final ActivitySender sender;
  private final Pipeline pipeline;
  private final Surroundings surroundings;

  GitImport(
      GitHistory history,
      OwnerRule ownerRule,
      ActivitySender sender,
      Pipeline pipeline,
      Surroundings surroundings) {
    this.history = history;
    this.ownerRule = ownerRule;
    this.sender = sender;
    this.pipeline = pipeline;
    this.surroundings = surroundings;
  }

  /**
   * What an import did.
   *
   * @param withoutTime commits that were left out because their author time cannot be
   * @param complete whether all of it was seen to arrive in Postgres
   */
  record Outcome(Tally tally, List<CommitHeader> withoutTime, Duration elapsed, boolean complete) {}

  Outcome run(List<CommitHeader> commits) {
    List<CommitHeader> datable = new ArrayList<>(commits.size());
    List<CommitHeader> withoutTime = new ArrayList<>();
    commits.forEach(commit -> (isDatable(commit) ? datable : withoutTime).add(commit));

    Tally tally = new Tally(ownerRule);
    Progress progress = new Progress(surroundings);
    try (Lanes lanes = new Lanes(ownerRule, sender, tally::received)) {
      history.read(
          datable,
          commit -> {
            send(commit, lanes, tally);
            progress.reading(tally.counts(), datable.size());
          });
      lanes.finish();
      boolean complete = pipeline.awaitEmpty(progress::waiting);
      return new Outcome(tally, withoutTime, progress.elapsed(), complete);
    } finally {
      progress.end();
    }
  }

  private static void send(Commit commit, Lanes lanes, Tally tally) {
    CommitActivity.of(commit).forEach(lanes::add);
    tally.read(commit);
  }

  private static boolean isDatable(CommitHeader commit) {
    Instant time = commit.authoredAt();
    return time != null
        && !time.isBefore(ActivityLimits.EARLIEST)
        && !time.isAfter(ActivityLimits.LATEST);
  }
}
