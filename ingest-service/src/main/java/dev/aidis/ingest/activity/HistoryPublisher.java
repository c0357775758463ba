package dev.aidis.ingest.activity;

import java.util.List;

/** Writes activities of another tracker's log to this one's. Thread-safe. */
@FunctionalInterface
public interface HistoryPublisher {

  /**
   * Publishes as {@link ActivityPublisher#publish} does, and tells when each was appended there.
   *
   * @throws LogUnavailableException if not one of them was acknowledged because the log is away
   */
  List<Delivery> publishHistory(List<LoggedActivity> activities);
}
