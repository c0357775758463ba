package dev.aidis.ingest.mcp;

import java.util.LinkedHashMap;
import java.util.Map;

/** An argument that a tool takes. */
record Parameter<T>(String name, boolean required, ArgumentType<T> type, String description) {

  static <T> Parameter<T> required(String name, ArgumentType<T> type, String description) {
    return new Parameter<>(name, true, type, description);
  }

  static <T> Parameter<T> optional(String name, ArgumentType<T> type, String description) {
    return new Parameter<>(name, false, type, description);
  }

  Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>(type.schema());
    schema.put("description", description);
    return schema;
  }

  /** The description's first sentence without its full stop, to be part of another one. */
  String firstWords() {
    return description.replaceFirst("\\.(\\s.*)?$", "");
  }
}
