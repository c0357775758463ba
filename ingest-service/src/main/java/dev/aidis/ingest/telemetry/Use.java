package dev.aidis.ingest.telemetry;

import dev.aidis.schemas.TokenUsage;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant's session used up, as one activity tells it.
 *
 * @param fact names it, so that it counts once however often it is told
 * @param request the request to the model that it is of, if it is of one that has an id of its own:
 *     then transcripts tell the same
 * @param session the assistant's own session id
 * @param start it began then: metrics say when the first of it came to be known
 * @param end and until then
 * @param attributes of whatever told it
 * @param notes further attributes of the activity
 */
record Use(
    String fact,
    @Nullable String request,
    @Nullable String session,
    @Nullable String model,
    Instant start,
    Instant end,
    TokenUsage usage,
    Attributes attributes,
    Map<String, String> notes) {
  /** The note of how long somebody was active. */
  static final String ACTIVE_SECONDS = "active_seconds";

  /** Whether it tells only that somebody was there, and of no work. */
  boolean isPresence() {
    return usage.usesNothing() && notes.keySet().equals(Set.of(ACTIVE_SECONDS));
  }
}
