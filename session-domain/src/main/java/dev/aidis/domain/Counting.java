package dev.aidis.domain;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.TokenAttributes;
import dev.aidis.schemas.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * What one activity counts, and how counts add up. Distinct files and tasks are counted by {@link
 * DistinctCounts}.
 */
final class Counting {
  private Counting() {}

  static Counters of(Activity activity) {
    ActivityType kind = activity.kind();
    boolean hasLines = kind == ActivityType.FILE_MODIFIED || kind == ActivityType.CODE_MEASURED;
    long added = hasLines ? orZero(activity.linesAdded()) : 0;
    long removed = hasLines ? orZero(activity.linesRemoved()) : 0;
    boolean ai = activity.aiInvolved();
    return new Counters(
        1,
        one(kind == ActivityType.TASK_CREATED),
        0,
        0,
        0,
        one(kind == ActivityType.CONTEXT_ADDED),
        one(kind == ActivityType.DECISION_MADE),
        0,
        one(kind == ActivityType.FILE_MODIFIED),
        one(kind == ActivityType.FILE_MENTIONED),
        ai ? added : 0,
        ai ? removed : 0,
        ai ? 0 : added,
        ai ? 0 : removed,
        one(kind == ActivityType.PROMPT_SUBMITTED),
        one(kind == ActivityType.TOOL_USED),
        kind == ActivityType.TOKENS_USED
            ? TokenAttributes.read(activity.attributes())
            : TokenUsage.NONE);
  }

  static Counters plus(Counters a, Counters b) {
    return new Counters(
        a.activities() + b.activities(),
        a.tasksCreated() + b.tasksCreated(),
        a.tasksCompleted() + b.tasksCompleted(),
        a.tasksInProgress() + b.tasksInProgress(),
        a.tasksTodo() + b.tasksTodo(),
        a.contextItemsAdded() + b.contextItemsAdded(),
        a.decisionsMade() + b.decisionsMade(),
        a.filesModified() + b.filesModified(),
        a.fileModifications() + b.fileModifications(),
        a.fileMentions() + b.fileMentions(),
        a.linesAddedByAi() + b.linesAddedByAi(),
        a.linesRemovedByAi() + b.linesRemovedByAi(),
        a.linesAddedByHuman() + b.linesAddedByHuman(),
        a.linesRemovedByHuman() + b.linesRemovedByHuman(),
        a.prompts() + b.prompts(),
        a.toolUses() + b.toolUses(),
        a.usage().plus(b.usage()));
  }

  /** The counters with the distinct ones replaced. */
  static Counters withDistinct(Counters counters, DistinctCounts distinct) {
    return new Counters(
        counters.activities(),
        counters.tasksCreated(),
        distinct.tasksCompleted(),
        distinct.tasksInProgress(),
        distinct.tasksTodo(),
        counters.contextItemsAdded(),
        counters.decisionsMade(),
        distinct.filesModified(),
        counters.fileModifications(),
        counters.fileMentions(),
        counters.linesAddedByAi(),
        counters.linesRemovedByAi(),
        counters.linesAddedByHuman(),
        counters.linesRemovedByHuman(),
        counters.prompts(),
        counters.toolUses(),
        counters.usage());
  }

  private static long one(boolean counts) {
    return counts ? 1 : 0;
  }

  private static long orZero(@Nullable Integer lines) {
    return lines == null ? 0 : lines;
  }
}
