package dev.aidis.schemas;

/**
 * What is counted in a session. All counts are from 0 up.
 *
 * @param activities all activities, of whatever type
 * @param tasksCreated {@code task_created} activities
 * @param tasksCompleted {@code task_completed} activities
 * @param tasksInProgress tasks whose last status told in this session is in progress
 * @param tasksTodo tasks whose last status told in this session is to do (or that were only
 *     created)
 * @param filesModified distinct paths of {@code file_modified}
 * @param fileModifications {@code file_modified} activities
 * @param fileMentions {@code file_mentioned} activities
 * @param linesAddedByAi of {@code file_modified} and {@code code_measured} with an AI involved; the
 *     human ones apart
 * @param usage of {@code tokens_used} activities
 */
public record Counters(
    long activities,
    long tasksCreated,
    long tasksCompleted,
    long tasksInProgress,
    long tasksTodo,
    long contextItemsAdded,
    long decisionsMade,
    long filesModified,
    long fileModifications,
    long fileMentions,
    long linesAddedByAi,
    long linesRemovedByAi,
    long linesAddedByHuman,
    long linesRemovedByHuman,
    long prompts,
    long toolUses,
    TokenUsage usage) {

  public static final Counters NONE =
      new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, TokenUsage.NONE);

  public Counters {
    requireCount("activities", activities);
    requireCount("tasksCreated", tasksCreated);
    requireCount("tasksCompleted", tasksCompleted);
    requireCount("tasksInProgress", tasksInProgress);
    requireCount("tasksTodo", tasksTodo);
    requireCount("contextItemsAdded", contextItemsAdded);
    requireCount("decisionsMade", decisionsMade);
    requireCount("filesModified", filesModified);
    requireCount("fileModifications", fileModifications);
    requireCount("fileMentions", fileMentions);
    requireCount("linesAddedByAi", linesAddedByAi);
    requireCount("linesRemovedByAi", linesRemovedByAi);
    requireCount("linesAddedByHuman", linesAddedByHuman);
    requireCount("linesRemovedByHuman", linesRemovedByHuman);
    requireCount("prompts", prompts);
    requireCount("toolUses", toolUses);
  }

  private static void requireCount(String field, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(field + " " + count + " must not be negative");
    }
  }

  public long linesAdded() {
    return linesAddedByAi + linesAddedByHuman;
  }

  public long linesRemoved() {
    return linesRemovedByAi + linesRemovedByHuman;
  }

  public long netLines() {
    return linesAdded() - linesRemoved();
  }
}
