package dev.aidis.ingest.mcp.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How values of a type look in JSON.
 *
 * @param schema without a description
 * @param write makes of a value what a JSON library takes, as the schema says
 */
public record Json<V>(Map<String, Object> schema, Function<V, Object> write) {
  public static final Json<String> TEXT = new Json<>(Map.of("type", "string"), text -> text);
  public static final Json<Number> INTEGER =
      new Json<>(Map.of("type", "integer"), number -> number);
  public static final Json<Number> NUMBER = new Json<>(Map.of("type", "number"), number -> number);
  public static final Json<Boolean> BOOLEAN = new Json<>(Map.of("type", "boolean"), value -> value);
  public static final Json<UUID> ID =
      new Json<>(Map.of("type", "string", "format", "uuid"), UUID::toString);
  public static final Json<Instant> TIME =
      new Json<>(Map.of("type", "string", "format", "date-time"), Instant::toString);
  public static final Json<LocalDate> DAY =
      new Json<>(Map.of("type", "string", "format", "date"), LocalDate::toString);
  public static final Json<List<String>> TEXTS = listOf(TEXT);

  public static <V> Json<List<V>> listOf(Json<V> items) {
    return new Json<>(
        Map.of("type", "array", "items", items.schema),
        values -> values.stream().map(items.write).toList());
  }

  public Map<String, Object> describedAs(String description) {
    Map<String, Object> described = new LinkedHashMap<>(schema);
    described.put("description", description);
    return described;
  }
}
