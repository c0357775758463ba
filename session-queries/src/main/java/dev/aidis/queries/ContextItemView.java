package dev.aidis.queries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of context that was kept. */
public record ContextItemView(
    long number,
    UUID id,
    @Nullable String title,
    @Nullable String content,
    @Nullable String project,
    List<String> tags,
    Instant addedAt) {

  public ContextItemView {
    tags = List.copyOf(tags);
  }
}
