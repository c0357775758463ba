package dev.aidis.cli.gitimport;

import dev.aidis.git.Commit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts what was read, on one thread, and what the tracker made of it, on any. */
final class Tally {
  private final OwnerRule ownerRule;
  private final Set<String> owners = new HashSet<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private long commits;
  private long activities;
  private long linesAdded;
  private long linesRemoved;
  private long accepted;
  private long rejected;

  Tally(OwnerRule ownerRule) {
    this.ownerRule = ownerRule;
  }

  synchronized void read(Commit commit) {
    commits++;
    activities += commit.files().size() + 1L;
    linesAdded += commit.linesAdded();
    linesRemoved += commit.linesRemoved();
    owners.add(ownerRule.ownerOf(commit.header().authorEmail()));
  }

  synchronized void received(Receipt receipt) {
    accepted += receipt.accepted();
    rejected += receipt.refusals().size();
    receipt.refusals().forEach(reason -> refusals.merge(reason, 1, Integer::sum));
  }

  synchronized Counts counts() {
    return new Counts(
        commits, owners.size(), activities, linesAdded, linesRemoved, accepted, rejected);
  }

  /** How often each reason was given for refusing an activity. */
  synchronized Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /** How far an import is. */
  record Counts(
      long commits,
      int owners,
      long activities,
      long linesAdded,
      long linesRemoved,
      long accepted,
      long rejected) {

    long sent() {
      return accepted + rejected;
    }
  }
}
