package dev.aidis.schemas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What kind of fact an activity is. On the wire a type is a plain string, so that a type this
 * version does not know travels unharmed; it is {@link #OTHER} here: kept in the timeline and
 * counted as activity.
 */
public enum ActivityType {
  SESSION_STARTED,
  SESSION_ENDED,
  SESSION_PAUSED,
  SESSION_RESUMED,
  GOAL_SET,
  TAGS_ADDED,
  NOTE_ADDED,
  PROJECT_SWITCHED,
  MODEL_CHANGED,
  CLIENT_CONNECTED,
  TASK_CREATED,
  TASK_TODO,
  TASK_IN_PROGRESS,
  TASK_COMPLETED,
  CONTEXT_ADDED,
  DECISION_MADE,
  FILE_MODIFIED,
  FILE_MENTIONED,
  CODE_MEASURED,
  PROMPT_SUBMITTED,
  TOOL_USED,
  HEARTBEAT,
  GOAL_EVALUATED,
  PROJECT_CREATED,
  TOKENS_USED,
  SESSION_JOINED,
  TAGS_REMOVED,
  OTHER;

  /** A {@code HashMap}, for it is asked several times for each activity. */
  private static final Map<String, ActivityType> BY_WIRE_NAME =
      Arrays.stream(values())
          .filter(type -> type != OTHER)
          .collect(
              Collectors.toMap(
                  ActivityType::wireName, Function.identity(), (one, same) -> one, HashMap::new));

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The type of that name on the wire, {@link #OTHER} for a name this version does not know. */
  public static ActivityType of(String wireName) {
    return BY_WIRE_NAME.getOrDefault(wireName, OTHER);
  }

  /** The name on the wire and in the database, such as {@code task_created}. */
  public String wireName() {
    return wireName;
  }

  /**
   * Where an activity of this type stands among others of the same millisecond: a start before what
   * it starts, an end after what it ends, a join after the end that it takes back.
   */
  public int rank() {
    return switch (this) {
      case SESSION_STARTED -> 0;
      case SESSION_ENDED -> 2;
      case SESSION_JOINED -> Position.MAX_RANK;
      default -> 1;
    };
  }

  /**
   * Whether activities of this type say something of their session itself, such as its goal, and
   * are not only counted in it.
   */
  public boolean isAboutItsSession() {
    return switch (this) {
      case SESSION_STARTED,
          SESSION_JOINED,
          SESSION_PAUSED,
          SESSION_RESUMED,
          SESSION_ENDED,
          GOAL_SET,
          GOAL_EVALUATED,
          TAGS_ADDED,
          TAGS_REMOVED,
          NOTE_ADDED,
          PROJECT_SWITCHED,
          MODEL_CHANGED,
          CLIENT_CONNECTED ->
          true;
      case TASK_CREATED,
          TASK_TODO,
          TASK_IN_PROGRESS,
          TASK_COMPLETED,
          CONTEXT_ADDED,
          DECISION_MADE,
          FILE_MODIFIED,
          FILE_MENTIONED,
          CODE_MEASURED,
          PROMPT_SUBMITTED,
          TOOL_USED,
          HEARTBEAT,
          PROJECT_CREATED,
          TOKENS_USED,
          OTHER ->
          false;
    };
  }

  /** Whether activities of this type are about one task and tell its status. */
  public boolean isTask() {
    return switch (this) {
      case TASK_CREATED, TASK_TODO, TASK_IN_PROGRESS, TASK_COMPLETED -> true;
      default -> false;
    };
  }
}
