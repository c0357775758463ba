package dev.aidis.ingest.mcp.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A closed JSON object made of a value: each field is named once, for the schema and for the
 * object. What a value does not have is left out. Immutable.
 */
public final class Shape<T> {

  /** Tells something of a value that not every value has. */
  @FunctionalInterface
  public interface Maybe<T, V> {
    @Nullable V of(T value);
  }

  private record Field<T>(
      String name, boolean required, Map<String, Object> schema, Maybe<T, Object> read) {}

  private final List<Field<T>> fields;

  private Shape(List<Field<T>> fields) {
    this.fields = List.copyOf(fields);
  }

  /** Without fields. */
  public static <T> Shape<T> empty() {
    return new Shape<>(List.of());
  }

  /** And a field that every value has. */
  public <V> Shape<T> with(
      String name, Json<V> type, String description, Function<T, ? extends V> of) {
    return and(
        new Field<>(
            name,
            true,
            type.describedAs(description),
            value -> type.write().apply(of.apply(value))));
  }

  /** And a field that is left out where a value does not have it. */
  public <V> Shape<T> maybe(
      String name, Json<V> type, String description, Maybe<T, ? extends V> of) {
    return and(
        new Field<>(
            name,
            false,
            type.describedAs(description),
            value -> {
              V told = of.of(value);
              return told == null ? null : type.write().apply(told);
            }));
  }

  private Shape<T> and(Field<T> field) {
    List<Field<T>> more = new ArrayList<>(fields);
    more.add(field);
    return new Shape<>(more);
  }

  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach(field -> properties.put(field.name, field.schema));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required", fields.stream().filter(Field::required).<String>map(Field::name).toList());
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The object, in the order of the fields. */
  public Map<String, Object> of(T value) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Field<T> field : fields) {
      Object told = field.read.of(value);
      if (told != null) {
        object.put(field.name, told);
      }
    }
    return object;
  }

  /** As the type of a field. */
  public Json<T> json() {
    return new Json<>(schema(), this::of);
  }

  /** As the type of a field of many. */
  public Json<List<T>> list() {
    return Json.listOf(json());
  }
}
