package dev.aidis.ingest.mcp.argument;

import java.util.LinkedHashMap;
import java.util.Map;

/** An argument that a tool takes. */
public record Parameter<T>(
    String name, boolean required, ArgumentType<T> type, String description) {

  public static <T> Parameter<T> required(String name, ArgumentType<T> type, String description) {
    return new Parameter<>(name, true, type, description);
  }

  public static <T> Parameter<T> optional(String name, ArgumentType<T> type, String description) {
    return new Parameter<>(name, false, type, description);
  }

  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>(type.schema());
    schema.put("description", description);
    return schema;
  }

  /** The description's first sentence without its full stop, to be part of another one. */
  public String firstWords() {
    return description.replaceFirst("\\.(\\s.*)?$", "");
  }
}
