package dev.aidis.ingest.rest;

import dev.aidis.queries.SessionView;
import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.comparison.FileOverlap;
import dev.aidis.queries.comparison.Measure;
import dev.aidis.queries.comparison.Overlap;
import dev.aidis.queries.comparison.ScorePart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two sessions side by side. */
record ComparisonJson(
    SessionView first,
    SessionView second,
    List<String> explanation,
    List<Part> score,
    List<Value> measures,
    List<Value> indicators,
    Overlap tags,
    FileOverlap files) {

  static ComparisonJson of(Comparison comparison) {
    return new ComparisonJson(
        comparison.first(),
        comparison.second(),
        comparison.explanation(),
        comparison.score().stream().map(Part::of).toList(),
        comparison.measures().stream().map(Value::of).toList(),
        comparison.indicators().stream().map(Value::of).toList(),
        comparison.tags(),
        comparison.files());
  }

  /** A component of the score. */
  record Part(String name, int most, BigDecimal first, BigDecimal second, BigDecimal difference) {
    private static Part of(ScorePart part) {
      return new Part(
          part.name(),
          part.first().most(),
          part.first().points(),
          part.second().points(),
          part.difference());
    }
  }

  /**
   * A metric; values are absent where there was nothing to measure.
   *
   * @param unit such as {@code minutes}
   * @param difference second less first
   */
  record Value(
      String name,
      String label,
      String unit,
      @Nullable BigDecimal first,
      @Nullable BigDecimal second,
      @Nullable BigDecimal difference) {
    private static Value of(Measure measure) {
      return new Value(
          measure.name(),
          measure.label(),
          measure.unit().name().toLowerCase(Locale.ROOT),
          measure.first(),
          measure.second(),
          measure.difference());
    }
  }
}
