package dev.aidis.processor.store;

import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** About how many bytes a decoded session takes in memory. */
public final class MemoryOfSession {
  /** Of one without texts. */
  private static final int ALONE = 1_000;

  /** Of an element of a list, or another text, besides its characters. */
  private static final int OF_TEXT = 60;

  private MemoryOfSession() {}

  public static int bytes(Session session) {
    int bytes =
        ALONE
            + bytes(session.tags())
            + bytes(session.machines())
            + bytes(session.clients())
            + bytes(session.goal())
            + bytes(session.goalVerdict());
    for (ModelUse use : session.models()) {
      bytes += bytes(use.model()) + bytes(use.provider());
    }
    return bytes;
  }

  private static int bytes(List<String> texts) {
    int bytes = 0;
    for (String text : texts) {
      bytes += bytes(text);
    }
    return bytes;
  }

  private static int bytes(@Nullable String text) {
    return text == null ? 0 : OF_TEXT + Character.BYTES * text.length();
  }

  private static int bytes(@Nullable Latest told) {
    return told == null ? 0 : bytes(told.value());
  }

  private static int bytes(@Nullable GoalVerdict verdict) {
    return verdict == null ? 0 : bytes(verdict.explanation());
  }
}
