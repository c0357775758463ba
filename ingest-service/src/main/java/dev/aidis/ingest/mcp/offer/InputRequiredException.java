package dev.aidis.ingest.mcp.offer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client must answer first. Not an error: whoever catches exceptions around {@link Asking#ask}
 * lets it pass.
 */
public final class InputRequiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Question> open;
  private final @Nullable String state;

  /**
   * Leaves the handler of a request.
   *
   * @param open questions without an answer
   * @param state what the client is to send back with the answers
   */
  public InputRequiredException(Map<String, Question> open, @Nullable String state) {
    super("waiting for answers to " + open.keySet(), null, false, false);
    this.open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    this.state = state;
  }

  public Map<String, Question> open() {
    return open;
  }

  public @Nullable String state() {
    return state;
  }
}
