package dev.aidis.ingest.telemetry;

import dev.aidis.schemas.ActivityLimits;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Attributes of a resource, a data point or an event, as text; lists and maps are left out.
 *
 * @param values sorted by name
 */
record Attributes(SortedMap<String, String> values) {

  /** What a list of keys and values tells. */
  static Attributes of(JsonNode list) {
    SortedMap<String, String> values = new TreeMap<>();
    for (JsonNode attribute : list) {
      String value = text(attribute.path("value"));
      if (value != null) {
        values.put(attribute.path("key").asString(""), value);
      }
    }
    return new Attributes(values);
  }

  private static @Nullable String text(JsonNode value) {
    for (String kind : new String[] {"stringValue", "intValue", "boolValue", "doubleValue"}) {
      JsonNode told = value.path(kind);
      if (told.isValueNode() && !told.isNull()) {
        return told.asString();
      }
    }
    return null;
  }

  /** These, and where they are silent the others. */
  Attributes over(Attributes others) {
    SortedMap<String, String> both = new TreeMap<>(others.values);
    both.putAll(values);
    return new Attributes(both);
  }

  /** A name or an id that an activity can hold; absent if it is blank. */
  @Nullable String name(String attribute) {
    String value = values.getOrDefault(attribute, "").replace('\0', ' ').strip();
    return value.isEmpty()
        ? null
        : value.substring(0, Math.min(value.length(), ActivityLimits.SHORT));
  }

  /** Of tokens; what is none is 0. */
  long count(String attribute) {
    BigDecimal number = number(attribute);
    return number == null ? 0 : Amounts.whole(number);
  }

  @Nullable BigDecimal number(String attribute) {
    return Amounts.parse(values.get(attribute));
  }

  Map<String, String> asMap() {
    return values;
  }
}
