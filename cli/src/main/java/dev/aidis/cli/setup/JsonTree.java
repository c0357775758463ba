package dev.aidis.cli.setup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers, booleans and nulls as JSON that people read. */
final class JsonTree {

  private JsonTree() {}

  /** Two spaces a level, a line for each element. */
  static String write(Map<String, @Nullable Object> object) {
    return write(object, "  ", "\n") + "\n";
  }

  /**
   * Writes a value.
   *
   * @param indent of a level
   * @param newLine what goes before each line but the first
   */
  static String write(@Nullable Object value, String indent, String newLine) {
    StringBuilder text = new StringBuilder();
    append(text, value, indent, newLine);
    return text.toString();
  }

  static String quoted(String string) {
    StringBuilder text = new StringBuilder();
    quote(text, string);
    return text.toString();
  }

  private static void append(
      StringBuilder text, @Nullable Object value, String indent, String newLine) {
    switch (value) {
      case Map<?, ?> object -> appendObject(text, object, indent, newLine);
      case List<?> list -> appendList(text, list, indent, newLine);
      case String string -> quote(text, string);
      case null, default -> text.append(value);
    }
  }

  private static void appendObject(
      StringBuilder text, Map<?, ?> object, String indent, String newLine) {
    String before = "{";
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      text.append(before).append(newLine).append(indent);
      quote(text, String.valueOf(entry.getKey()));
      append(text.append(": "), entry.getValue(), indent, newLine + indent);
      before = ",";
    }
    text.append(object.isEmpty() ? "{}" : newLine + "}");
  }

  private static void appendList(StringBuilder text, List<?> list, String indent, String newLine) {
    String before = "[";
    for (Object element : list) {
      append(text.append(before).append(newLine).append(indent), element, indent, newLine + indent);
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
