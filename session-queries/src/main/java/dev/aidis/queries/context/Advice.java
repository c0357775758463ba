package dev.aidis.queries.context;

import dev.aidis.queries.DecisionView;
import dev.aidis.queries.TaskProgress;
import dev.aidis.queries.TaskView;
import java.util.List;
import java.util.stream.Collectors;

/** What an assistant may offer, with the facts that it rests on. */
public sealed interface Advice {

  /** Such as {@code heavily_modified_file}. */
  String kind();

  /** To be said to the user as it stands. */
  String sentence();

  /** A file that is modified over and over may be where somebody is stuck. */
  record HeavilyModifiedFile(String path, long timesModified) implements Advice {
    /** From how many modifications in the session on; the plan's example. */
    public static final long LEAST = 5;

    /** How many files are named at most, the most often modified ones. */
    public static final int FILES = 3;

    @Override
    public String kind() {
      return "heavily_modified_file";
    }

    @Override
    public String sentence() {
      return "You've been working on %s heavily (%d× modified). Need help with it?"
          .formatted(path, timesModified);
    }
  }

  /**
   * The session has a goal, and tasks that are not done now, wherever that was told. Told from the
   * first remaining task on.
   *
   * @param remaining what is not done, what is in progress first, at most {@value #TASKS}
   */
  record UnfinishedTasks(String goal, TaskProgress progress, List<TaskView> remaining)
      implements Advice {
    public static final int TASKS = 10;

    public UnfinishedTasks {
      remaining = List.copyOf(remaining);
    }

    @Override
    public String kind() {
      return "unfinished_tasks";
    }

    @Override
    public String sentence() {
      return "Your session goal was \"%s\". You've completed %d/%d tasks. Want to tackle the remaining %s?"
          .formatted(
              goal,
              progress.completed(),
              progress.total(),
              progress.remaining() == 1 ? "one" : progress.remaining() + " ones");
    }
  }

  /**
   * Many decisions were made, worth a summary.
   *
   * @param count of all decisions of the session
   * @param latest the last ones in time order, at most {@value #DECISIONS}
   */
  record DecisionsToSummarize(long count, List<DecisionView> latest) implements Advice {
    /** From how many decisions in the session on. */
    public static final long LEAST = 5;

    public static final int DECISIONS = 20;

    public DecisionsToSummarize {
      latest = List.copyOf(latest);
    }

    /** The titles of the latest ones. */
    public List<String> titles() {
      return latest.stream()
          .map(DecisionView::title)
          .map(String::valueOf)
          .collect(Collectors.toList());
    }

    @Override
    public String kind() {
      return "decisions_to_summarize";
    }

    @Override
    public String sentence() {
      return "You've made %d decisions so far - want me to summarize them?".formatted(count);
    }
  }
}
