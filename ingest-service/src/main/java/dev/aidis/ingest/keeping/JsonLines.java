package dev.aidis.ingest.keeping;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a stream of JSON lines, each an object with one field: what kind of thing it is, and the
 * thing. The last line counts the others, so that a stream that was cut off is noticed. What fails
 * before much was written can still be answered otherwise. Not thread-safe.
 */
final class JsonLines {
  static final String MEDIA_TYPE = "application/x-ndjson";

  private static final JsonFactory FACTORY = JsonFactory.builder().rootValueSeparator("\n").build();

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final JsonGenerator json;

  JsonLines(OutputStream out) {
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Writes one line; the value is what the consumer writes. */
  void line(String kind, Consumer<JsonGenerator> value) {
    json.writeStartObject();
    json.writeName(kind);
    value.accept(json);
    json.writeEndObject();
    counts.merge(kind, 1L, Long::sum);
  }

  /** Writes the last line. */
  void end() {
    Map<String, Long> all = new LinkedHashMap<>(counts);
    line(
        "end",
        end -> {
          end.writeStartObject();
          all.forEach(end::writeNumberProperty);
          end.writeEndObject();
        });
    json.close();
  }
}
