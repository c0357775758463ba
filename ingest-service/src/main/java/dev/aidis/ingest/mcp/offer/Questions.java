package dev.aidis.ingest.mcp.offer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Questions to a client, asked together.
 *
 * @param byKey each under a name that is its own within the request
 * @param remember what is to be known again when the answers come
 */
public record Questions(Map<String, Question> byKey, @Nullable String remember) {

  public Questions {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  public static Questions of(String key, Question question) {
    return new Questions(Map.of(key, question), null);
  }
}
