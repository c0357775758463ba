package dev.aidis.cli.tracker;

import dev.aidis.cli.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the tracker whose sessions a question is about, and of which workspace the current one is:
 * what the environment, or the user's configuration, says. Without these the tracker's owner, or
 * the token's, is meant, and {@code main}.
 *
 * <p>The machine is not told. No answer depends on it, and a token of a machine that the system
 * calls by another name would be refused.
 */
public record Asker(Surroundings surroundings) {
  private static final Map<String, String> TOLD =
      Map.of("AIDIS_OWNER", "Aidis-Owner", "AIDIS_WORKSPACE", "Aidis-Workspace");

  /** The headers that say so, each a line of text; none where nothing is configured. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    TOLD.forEach(
        (variable, header) -> {
          String value = surroundings.variable(variable);
          if (value != null) {
            headers.put(header, value.replaceAll("\\p{Cntrl}", " "));
          }
        });
    return headers;
  }
}
