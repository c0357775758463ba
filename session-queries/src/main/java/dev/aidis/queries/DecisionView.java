package dev.aidis.queries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision, with why it was made. */
public record DecisionView(
    long number,
    UUID id,
    @Nullable String title,
    @Nullable String rationale,
    @Nullable String project,
    List<String> tags,
    Instant madeAt) {

  public DecisionView {
    tags = List.copyOf(tags);
  }
}
