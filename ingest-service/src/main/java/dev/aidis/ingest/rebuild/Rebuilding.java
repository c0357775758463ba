package dev.aidis.ingest.rebuild;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rebuilds the database from the log, beside what goes on. Thread-safe. */
public interface Rebuilding {

  /** Begins one, unless one is at work already; returns at once. */
  Status begin();

  /** How the current or the last one is. */
  Status status();

  /** Where a rebuild stands. */
  enum State {
    NONE,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * @param phase what it is doing, in words
   * @param done activities that are in the new tables
   * @param total activities in the log
   * @param changed rows that were not as the log has them, by table; when it is done
   * @param failure a sentence, when it failed; then nothing was changed
   */
  record Status(
      State state,
      String phase,
      long done,
      long total,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      Map<String, Long> changed,
      @Nullable String failure) {

    public static final Status NONE = new Status(State.NONE, "", 0, 0, null, null, Map.of(), null);

    public Status {
      changed = Map.copyOf(changed);
    }
  }
}
