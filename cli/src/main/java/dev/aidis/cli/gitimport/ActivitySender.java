package dev.aidis.cli.gitimport;

import java.util.List;

/** Takes a batch of activities to the tracker. Called by several threads at a time. */
@FunctionalInterface
interface ActivitySender {
  /** Returns when the tracker has the batch for good, or has refused single ones of it. */
  Receipt send(List<CommitActivity> batch);
}
