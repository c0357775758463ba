package dev.aidis.schemas.serde;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints a wire record as JSON for people: absent fields left out, one field a line. */
final class ReadableJson {
  private ReadableJson() {}

  static String of(Record value) {
    return text(value, "") + "\n";
  }

  private static String text(Object value, String indent) {
    return switch (value) {
      case Record record -> object(Components.of(record), indent);
      case Map<?, ?> map -> object(sorted(map), indent);
      case List<?> list ->
          block("[", list.stream().map(item -> text(item, indent + "  ")), "]", indent);
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> quoted(value.toString());
    };
  }

  private static String object(Map<String, ? extends @Nullable Object> fields, String indent) {
    Stream<String> lines =
        fields.entrySet().stream()
            .filter(field -> field.getValue() != null)
            .map(
                field ->
                    quoted(field.getKey())
                        + ": "
                        + text(Objects.requireNonNull(field.getValue()), indent + "  "));
    return block("{", lines, "}", indent);
  }

  private static String block(String open, Stream<String> lines, String close, String indent) {
    String inner = lines.map(line -> "\n" + indent + "  " + line).collect(Collectors.joining(","));
    return inner.isEmpty() ? open + close : open + inner + "\n" + indent + close;
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(key.toString(), value));
    return sorted;
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : "" + (char) c)
        .collect(Collectors.joining("", "\"", "\""));
  }
}
