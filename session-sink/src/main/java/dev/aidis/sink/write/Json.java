package dev.aidis.sink.write;

import dev.aidis.domain.Indicators;
import dev.aidis.domain.Indicators.Indicator;
import dev.aidis.domain.Score;
import dev.aidis.schemas.ModelUse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What goes into {@code jsonb} columns. */
final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  private record Points(BigDecimal points, int most, boolean measured) {}

  private record Value(String label, @Nullable BigDecimal value, @Nullable String status) {}

  static String of(Map<String, String> attributes) {
    return attributes.isEmpty() ? "{}" : MAPPER.writeValueAsString(attributes);
  }

  static String of(List<ModelUse> models) {
    return models.isEmpty() ? "[]" : MAPPER.writeValueAsString(models);
  }

  /** Points of each component by its name. */
  static String of(Score score) {
    Map<String, Points> points = new LinkedHashMap<>();
    for (Score.Component component : score.components()) {
      points.put(
          component.name(), new Points(component.points(), component.most(), component.measured()));
    }
    return MAPPER.writeValueAsString(points);
  }

  /** Value and status of each indicator by its name. */
  static String of(Indicators indicators) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Indicator indicator : indicators.all()) {
      Indicators.Rating rating = indicator.rating();
      values.put(
          indicator.name(),
          new Value(
              indicator.label(), indicator.value(), rating == null ? null : rating.wireName()));
    }
    return MAPPER.writeValueAsString(values);
  }
}
