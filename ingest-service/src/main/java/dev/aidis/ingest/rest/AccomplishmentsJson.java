package dev.aidis.ingest.rest;

import dev.aidis.queries.accomplishment.Accomplishments;
import dev.aidis.queries.accomplishment.SessionAccomplishment;
import dev.aidis.schemas.Counters;
import java.util.List;

/**
 * What was accomplished in the last sessions, the newest first.
 *
 * @param minutes with one of them going on; two at once count once
 */
record AccomplishmentsJson(
    long minutes,
    long tasksCompleted,
    long decisionsMade,
    long contextItemsAdded,
    long linesAdded,
    long linesRemoved,
    long filesModified,
    List<SessionAccomplishment> sessions) {

  static AccomplishmentsJson of(Accomplishments all) {
    return new AccomplishmentsJson(
        all.clock().toMinutes(),
        all.total(Counters::tasksCompleted),
        all.total(Counters::decisionsMade),
        all.total(Counters::contextItemsAdded),
        all.total(Counters::linesAdded),
        all.total(Counters::linesRemoved),
        all.distinctFiles(),
        all.sessions());
  }
}
