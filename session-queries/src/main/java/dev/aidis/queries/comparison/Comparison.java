package dev.aidis.queries.comparison;

import dev.aidis.queries.SessionView;
import java.util.List;

/**
 * Two sessions side by side, and why one scores higher.
 *
 * @param measures what was done in each
 * @param score the components that the scores are the sums of
 * @param indicators the quality indicators
 * @param explanation sentences with their numbers, what matters most first
 */
public record Comparison(
    SessionView first,
    SessionView second,
    List<Measure> measures,
    List<ScorePart> score,
    List<Measure> indicators,
    Overlap tags,
    FileOverlap files,
    List<String> explanation) {

  public Comparison {
    measures = List.copyOf(measures);
    score = List.copyOf(score);
    indicators = List.copyOf(indicators);
    explanation = List.copyOf(explanation);
  }
}
