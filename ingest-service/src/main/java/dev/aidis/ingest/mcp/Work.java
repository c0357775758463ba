package dev.aidis.ingest.mcp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a connected client works on.
 *
 * @param project absent where none could be told
 * @param since when it connected
 */
record Work(@Nullable String project, Instant since) {}
