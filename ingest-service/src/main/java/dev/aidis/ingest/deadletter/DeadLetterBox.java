package dev.aidis.ingest.deadletter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records that were not counted. */
public interface DeadLetterBox {

  /**
   * The newest letters, newest last.
   *
   * @param reason only those with it; all if absent
   */
  List<StoredLetter> newest(int limit, @Nullable String reason);

  Optional<StoredLetter> at(int partition, long offset);
}
