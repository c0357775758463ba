package dev.aidis.processor.store;

import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.Session;
import org.jspecify.annotations.Nullable;

/** About how many bytes a decoded session takes in memory. */
public final class MemoryOfSession {
  /** Of one with texts of the usual length. */
  private static final int USUAL = 1_500;

  private static final int OF_LIST_ELEMENT = 100;

  private MemoryOfSession() {}

  public static int bytes(Session session) {
    int elements =
        session.tags().size()
            + session.machines().size()
            + session.clients().size()
            + session.models().size();
    return USUAL
        + elements * OF_LIST_ELEMENT
        + lengthOf(session.goal())
        + lengthOf(session.goalVerdict());
  }

  private static int lengthOf(@Nullable Latest text) {
    return text == null ? 0 : Character.BYTES * text.value().length();
  }

  private static int lengthOf(@Nullable GoalVerdict verdict) {
    return verdict == null || verdict.explanation() == null
        ? 0
        : Character.BYTES * verdict.explanation().length();
  }
}
