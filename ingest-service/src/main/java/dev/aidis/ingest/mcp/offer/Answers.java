package dev.aidis.ingest.mcp.offer;

import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ListRootsResult;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client answered.
 *
 * @param byKey under the names of the questions; one that could not be asked, or was not answered
 *     in time, is missing
 * @param remembered with the questions
 */
public record Answers(Map<String, Object> byKey, @Nullable String remembered) {
  public static final Answers NONE = new Answers(Map.of(), null);

  public Answers {
    byKey = Map.copyOf(byKey);
  }

  public Optional<ElicitResult> form(String key) {
    return of(key, ElicitResult.class);
  }

  public Optional<CreateMessageResult> sampling(String key) {
    return of(key, CreateMessageResult.class);
  }

  public Optional<ListRootsResult> roots(String key) {
    return of(key, ListRootsResult.class);
  }

  private <T> Optional<T> of(String key, Class<T> type) {
    return Optional.ofNullable(byKey.get(key)).filter(type::isInstance).map(type::cast);
  }
}
