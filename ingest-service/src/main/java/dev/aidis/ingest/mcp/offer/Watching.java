package dev.aidis.ingest.mcp.offer;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.session.UpdateSignals.Subscription;

/** Tells when a resource changes. */
@FunctionalInterface
public interface Watching {
  /** Where nothing ever changes. */
  Watching NOTHING = (caller, uri, onChange) -> () -> {};

  /**
   * Calls {@code onChange}, on a thread of its own, after each change of what the caller reads
   * there, until the subscription is closed. Does nothing for a resource that cannot change.
   */
  Subscription watch(Caller caller, String uri, Runnable onChange);
}
