package dev.aidis.ingest.session;

import dev.aidis.schemas.TrackerKey;

/**
 * Tells when something was written for a tracker key. Signals may be lost, and may come for
 * nothing.
 */
@FunctionalInterface
public interface UpdateSignals {

  /** Calls {@code onUpdate}, which must return at once, until the subscription is closed. */
  Subscription subscribe(TrackerKey key, Runnable onUpdate);

  /** Ends with {@link #close()}. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
