package dev.aidis.cli.bridge;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A text as JSON writes it. */
final class Quoted {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Quoted() {}

  static String of(String text) {
    StringWriter quoted = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), quoted)) {
      json.writeString(text);
    }
    return quoted.toString();
  }
}
