package dev.aidis.ingest.telemetry;

import dev.aidis.schemas.TokenUsage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant's session used up, as one activity tells it.
 *
 * @param fact names it, so that it counts once however often it is told
 * @param request the request to the model that it is of, if it is of one that has an id of its own:
 *     then transcripts tell the same
 * @param session the assistant's own session id
 * @param start it happened after that
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
    Map<String, String> notes) {}
