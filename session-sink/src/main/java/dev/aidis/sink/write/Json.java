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

  private record Value(BigDecimal value, @Nullable String status) {}

  static String of(Map<String, String> attributes) {
    return attributes.isEmpty() ? "{}" : MAPPER.writeValueAsString(attributes);
  }

  static String of(List<ModelUse> models) {
    return models.isEmpty() ? "[]" : MAPPER.writeValueAsString(models);
  }

  /** Points of each component by its name, null where there was nothing to measure. */
  static String of(Score score) {
    Map<String, @Nullable BigDecimal> points = new LinkedHashMap<>();
    for (Score.Component component : score.components()) {
      points.put(component.name(), component.measured() ? component.points() : null);
    }
    return MAPPER.writeValueAsString(points);
  }

  /** Value and status of each indicator by its name, null where there is none. */
  static String of(Indicators indicators) {
    Map<String, @Nullable Value> values = new LinkedHashMap<>();
    for (Indicator indicator : indicators.all()) {
      BigDecimal value = indicator.value();
      Indicators.Rating rating = indicator.rating();
      values.put(
          indicator.name(),
          value == null ? null : new Value(value, rating == null ? null : rating.wireName()));
    }
    return MAPPER.writeValueAsString(values);
  }
}
