package dev.aidis.cli.setup;

import java.math.BigDecimal;
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
 * A JSON document that is read, changed and written again, in the order it had: objects are maps,
 * arrays are lists, the rest is texts, numbers, booleans and nulls.
 */
final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String INDENT = "  ";

  private JsonTree() {}

  /** Empty if the text is not one JSON object and nothing else. */
  static Optional<Map<String, @Nullable Object>> read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, @Nullable Object> object = object(parser);
      return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }

  private static List<@Nullable Object> list(JsonParser parser) {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }

  /** As Claude Code writes its settings: two spaces a level, a line for each element. */
  static String write(Map<String, @Nullable Object> object) {
    StringBuilder text = new StringBuilder();
    append(text, object, "\n");
    return text.append('\n').toString();
  }

  private static void append(StringBuilder text, @Nullable Object value, String newLine) {
    switch (value) {
      case Map<?, ?> object -> appendObject(text, object, newLine);
      case List<?> list -> appendList(text, list, newLine);
      case String string -> quote(text, string);
      case null, default -> text.append(value);
    }
  }

  private static void appendObject(StringBuilder text, Map<?, ?> object, String newLine) {
    String before = "{";
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      text.append(before).append(newLine).append(INDENT);
      quote(text, String.valueOf(entry.getKey()));
      append(text.append(": "), entry.getValue(), newLine + INDENT);
      before = ",";
    }
    text.append(object.isEmpty() ? "{}" : newLine + "}");
  }

  private static void appendList(StringBuilder text, List<?> list, String newLine) {
    String before = "[";
    for (Object element : list) {
      append(text.append(before).append(newLine).append(INDENT), element, newLine + INDENT);
      before = ",";
    }
    text.append(list.isEmpty() ? "[]" : newLine + "]");
  }

  private static void quote(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    text.append('"');
  }
}
