package dev.aidis.cli.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object, read by the streaming parser alone: the object mapper would cost every command a
 * good part of its time.
 */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, @Nullable Object> fields;

  private Json(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /** Has no fields. */
  public static Json empty() {
    return new Json(Map.of());
  }

  /** Empty if the text is not a JSON object. */
  public static Optional<Json> read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? Optional.of(new Json(object(parser)))
          : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /**
   * Reads the object that the parser has come to, up to its end.
   *
   * @throws JacksonException if the text is broken in it
   */
  public static Json read(JsonParser parser) {
    return new Json(object(parser));
  }

  public @Nullable String text(String name) {
    Object value = fields.get(name);
    return value == null ? null : value.toString();
  }

  public String text(String name, String absent) {
    String value = text(name);
    return value == null ? absent : value;
  }

  /** 0 if there is no such number. */
  public long number(String name) {
    return fields.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Empty if there is no such object. */
  public Json object(String name) {
    return fields.get(name) instanceof Json object ? object : new Json(Map.of());
  }

  /** The objects of a list; empty if there is no such list. */
  public List<Json> objects(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(Json.class::isInstance).map(Json.class::cast).toList()
        : List.of();
  }

  /** The texts of a list; empty if there is no such list. */
  public List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /** Any value: a text, number, boolean, object or list of these. */
  @Nullable Object value(String name) {
    return fields.get(name);
  }

  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Json(object(parser));
      case START_ARRAY -> list(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getString();
    };
  }

  private static List<@Nullable Object> list(JsonParser parser) {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }
}
