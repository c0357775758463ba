package dev.aidis.domain.scenario;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.SessionUpdate;
import java.time.Instant;
import java.util.List;

/** What scenarios run against: takes activities in and publishes session updates. */
public interface SessionTracker extends AutoCloseable {

  /** Processes an activity that was appended to the log at that time. */
  void append(Activity activity, Instant appendedAt);

  /**
   * The wall clock moves on.
   *
   * @param processedUpTo all that was appended before this has been processed
   */
  void clock(Instant now, Instant processedUpTo);

  /** What was published since this was last asked. */
  List<SessionUpdate> updates();

  @Override
  void close();
}
