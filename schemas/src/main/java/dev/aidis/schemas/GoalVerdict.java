package dev.aidis.schemas;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session's goal was achieved, as the latest {@code goal_evaluated} told it.
 *
 * @param explanation why
 */
public record GoalVerdict(Answer answer, @Nullable String explanation, Position toldAt) {
  /** The attribute of {@code goal_evaluated} that holds the answer's wire name. */
  public static final String ATTRIBUTE = "verdict";

  /** In the order of the wire: new ones go to the end. */
  public enum Answer {
    YES,
    PARTIAL,
    NO;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name in attributes, answers and the database, such as {@code partial}. */
    public String wireName() {
      return wireName;
    }

    /** The answer of that name, whatever its case; absent if there is none. */
    public static @Nullable Answer of(@Nullable String name) {
      for (Answer answer : values()) {
        if (answer.wireName.equalsIgnoreCase(name)) {
          return answer;
        }
      }
      return null;
    }
  }

  /** The later told of two, where either may be absent. */
  public static @Nullable GoalVerdict latest(@Nullable GoalVerdict a, @Nullable GoalVerdict b) {
    if (a == null) {
      return b;
    }
    return b == null || a.toldAt.isAfter(b.toldAt) ? a : b;
  }
}
