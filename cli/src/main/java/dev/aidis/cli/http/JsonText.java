package dev.aidis.cli.http;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes small JSON objects, by the streaming generator alone as {@link Json} reads them. */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /**
   * An object of texts, numbers, booleans, lists of texts and objects of texts; what is null is
   * left out.
   */
  public static String of(Map<String, @Nullable Object> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      fields.forEach((name, value) -> write(json, name, value));
      json.writeEndObject();
    }
    return text.toString();
  }

  /** The same object again, whatever is in it. */
  public static String of(Json object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      writeValue(json, object);
    }
    return text.toString();
  }

  private static void writeValue(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Json object -> {
        json.writeStartObject();
        object
            .names()
            .forEach(
                name -> {
                  json.writeName(name);
                  writeValue(json, object.value(name));
                });
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(one -> writeValue(json, one));
        json.writeEndArray();
      }
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Number number -> json.writeNumber(number.toString());
      default -> json.writeString(value.toString());
    }
  }

  private static void write(JsonGenerator json, String name, @Nullable Object value) {
    if (value instanceof Iterable<?> list) {
      json.writeArrayPropertyStart(name);
      list.forEach(one -> json.writeString(String.valueOf(one)));
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> object) {
      json.writeObjectPropertyStart(name);
      object.forEach((key, one) -> json.writeStringProperty(key.toString(), one.toString()));
      json.writeEndObject();
    } else if (value instanceof Boolean flag) {
      json.writeBooleanProperty(name, flag);
    } else if (value instanceof Number number) {
      json.writeNumberProperty(name, number.longValue());
    } else if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }
}
