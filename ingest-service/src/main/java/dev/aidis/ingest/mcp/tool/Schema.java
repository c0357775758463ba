package dev.aidis.ingest.mcp.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes JSON schemas (2020-12) of closed objects. */
final class Schema {
  private Schema() {}

  static Builder object() {
    return new Builder();
  }

  static Map<String, Object> string(String description) {
    return of("string", description);
  }

  static Map<String, Object> uuid(String description) {
    Map<String, Object> schema = of("string", description);
    schema.put("format", "uuid");
    return schema;
  }

  static Map<String, Object> time(String description) {
    Map<String, Object> schema = of("string", description);
    schema.put("format", "date-time");
    return schema;
  }

  static Map<String, Object> integer(String description) {
    return of("integer", description);
  }

  static Map<String, Object> number(String description) {
    return of("number", description);
  }

  static Map<String, Object> bool(String description) {
    return of("boolean", description);
  }

  static Map<String, Object> array(Map<String, Object> items, String description) {
    Map<String, Object> schema = of("array", description);
    schema.put("items", items);
    return schema;
  }

  private static Map<String, Object> of(String type, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put("description", description);
    return schema;
  }

  /** A closed object; properties stay in the order they were added. */
  static final class Builder {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private Builder() {}

    Builder required(String name, Map<String, Object> schema) {
      return property(name, true, schema);
    }

    Builder optional(String name, Map<String, Object> schema) {
      return property(name, false, schema);
    }

    Builder property(String name, boolean isRequired, Map<String, Object> schema) {
      properties.put(name, schema);
      if (isRequired) {
        required.add(name);
      }
      return this;
    }

    Map<String, Object> build() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put("properties", properties);
      if (!required.isEmpty()) {
        schema.put("required", required);
      }
      schema.put("additionalProperties", false);
      return schema;
    }
  }
}
