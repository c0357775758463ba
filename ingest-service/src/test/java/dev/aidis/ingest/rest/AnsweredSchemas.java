package dev.aidis.ingest.rest;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of the types that are answered, as the mapper writes them. */
final class AnsweredSchemas {
  private static final Map<Class<?>, String> FORMATS =
      Map.of(Instant.class, "date-time", UUID.class, "uuid", LocalDate.class, "date");

  private final JsonMapper json;
  private final Map<String, String> namesByClass;
  private final Map<String, ObjectNode> schemas = new TreeMap<>();
  private final Map<String, Class<?>> classes = new TreeMap<>();

  /**
   * @param namesByClass of types that are not called by their simple name
   */
  AnsweredSchemas(JsonMapper json, Map<String, String> namesByClass) {
    this.json = json;
    this.namesByClass = namesByClass;
  }

  Map<String, ObjectNode> schemas() {
    return schemas;
  }

  /** Adds a type and all that it consists of. */
  void add(Class<?> type) {
    schema(json.constructType(type));
  }

  private ObjectNode schema(JavaType type) {
    ObjectNode schema = json.createObjectNode();
    String format = FORMATS.get(type.getRawClass());
    if (format != null || type.hasRawClass(ZoneId.class)) {
      schema.put("type", "string");
      return format == null ? schema : schema.put("format", format);
    }
    json.acceptJsonFormatVisitor(type, new Visitor(schema));
    return schema;
  }

  private String name(JavaType type) {
    Class<?> raw = type.getRawClass();
    String name = namesByClass.getOrDefault(raw.getName(), raw.getSimpleName());
    Class<?> known = classes.putIfAbsent(name, raw);
    if (known != null && known != raw) {
      throw new AssertionError(raw.getName() + " and " + known.getName() + " are both " + name);
    }
    return name;
  }

  private final class Visitor extends JsonFormatVisitorWrapper.Base {
    private final ObjectNode schema;

    Visitor(ObjectNode schema) {
      this.schema = schema;
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
      String name = name(type);
      schema.put("$ref", "#/components/schemas/" + name);
      if (schemas.containsKey(name)) {
        return new JsonObjectFormatVisitor.Base(getContext());
      }
      ObjectNode object = json.createObjectNode().put("type", "object");
      schemas.put(name, object);
      return new Properties(object, getContext());
    }

    @Override
    public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
      schema.put("type", "array").set("items", schema(type.getContentType()));
      return new JsonArrayFormatVisitor.Base(getContext());
    }

    @Override
    public JsonMapFormatVisitor expectMapFormat(JavaType type) {
      schema.put("type", "object").set("additionalProperties", schema(type.getContentType()));
      return new JsonMapFormatVisitor.Base(getContext());
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
      schema.put("type", "string");
      return new JsonStringFormatVisitor.Base() {
        @Override
        public void enumTypes(Set<String> values) {
          values.forEach(schema.putArray("enum")::add);
        }
      };
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
      schema.put("type", "number");
      return new JsonNumberFormatVisitor.Base();
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
      schema.put("type", "integer");
      return new JsonIntegerFormatVisitor.Base();
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
      schema.put("type", "boolean");
      return new JsonBooleanFormatVisitor.Base();
    }
  }

  /** What is absent is left out, so whatever may be null is not required. */
  private final class Properties extends JsonObjectFormatVisitor.Base {
    private final ObjectNode object;

    Properties(ObjectNode object, @Nullable SerializationContext context) {
      super(context);
      this.object = object;
    }

    @Override
    public void property(BeanProperty property) {
      add(property);
    }

    @Override
    public void optionalProperty(BeanProperty property) {
      add(property);
    }

    @Override
    public void optionalProperty(String name, JsonFormatVisitable handler, JavaType type) {
      object.withObjectProperty("properties").set(name, schema(type));
    }

    private void add(BeanProperty property) {
      object.withObjectProperty("properties").set(property.getName(), schema(property.getType()));
      if (!isNullable(property)) {
        object.withArrayProperty("required").add(property.getName());
      }
    }

    private static boolean isNullable(BeanProperty property) {
      Class<?> type = property.getMember().getDeclaringClass();
      String name = property.getMember().getName();
      return type.isRecord()
          && Arrays.stream(type.getRecordComponents())
              .filter(component -> component.getName().equals(name))
              .anyMatch(Properties::isNullable);
    }

    private static boolean isNullable(RecordComponent component) {
      return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
  }
}
