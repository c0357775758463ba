package dev.aidis.ingest.mcp;

import dev.aidis.schemas.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The ids of a call that names itself: the same however often it is told, so that a call that was
 * sent again counts once. The stdio bridge knows the first of them beforehand.
 */
final class CallIds {
  /** In {@code _meta}. */
  static final String CALL_ID = "aidis/callId";

  private CallIds() {}

  /**
   * The ids in the order in which the call makes them.
   *
   * @throws IllegalArgumentException with a sentence, if the name is no UUID
   */
  static Supplier<UUID> of(String callId) {
    UUID call = uuid(callId);
    AtomicInteger next = new AtomicInteger();
    return () -> Ids.nameBased("call:" + call + ":" + next.getAndIncrement());
  }

  private static UUID uuid(String callId) {
    try {
      return UUID.fromString(callId);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the id of a call '" + callId + "' must be a UUID", e);
    }
  }
}
