package dev.aidis.cli.bridge;

import dev.aidis.cli.http.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON-RPC message as the assistant wrote it. It is forwarded as it is: what is added is put into
 * the text.
 *
 * @param id of a request or a response, as it is written; absent for a notification
 * @param method absent for a response
 * @param params where the object begins in the text, behind its brace; -1 if there is none
 * @param end where the object ends, behind its brace
 * @param meta the same of {@code _meta} in it
 */
record Line(
    String text,
    @Nullable String id,
    @Nullable String method,
    Json told,
    int params,
    int end,
    int meta) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String REVISION = "io.modelcontextprotocol/protocolVersion";

  /** Empty if it is not one JSON object. */
  static Optional<Line> of(String text) {
    return Json.read(text)
        .map(
            told -> {
              Scan scan = Scan.of(text);
              return new Line(
                  text, scan.id, told.text("method"), told, scan.params, scan.end, scan.meta);
            });
  }

  boolean isRequest() {
    return id != null && method != null;
  }

  boolean is(String name) {
    return name.equals(method);
  }

  Json parameters() {
    return told.object("params");
  }

  /** The revision that the message itself names, as each does since 2026-07-28. */
  @Nullable String revision() {
    return parameters().object("_meta").text(REVISION);
  }

  /** What the message is about: the name of a tool or prompt, or a resource. */
  @Nullable String subject() {
    String name = parameters().text("name");
    return name == null ? parameters().text("uri") : name;
  }

  /** The text with more entries in {@code params._meta}; only for messages with params. */
  String withMeta(Map<String, String> entries) {
    if (params < 0 || entries.isEmpty()) {
      return text;
    }
    StringBuilder more = new StringBuilder();
    entries.forEach(
        (name, value) ->
            more.append(more.isEmpty() ? "" : ",")
                .append(Quoted.of(name))
                .append(':')
                .append(Quoted.of(value)));
    return meta < 0
        ? inserted(params, "\"_meta\":{" + more + "}")
        : inserted(meta, more.toString());
  }

  /** {@code params}, as they are written. */
  String parametersText() {
    return params < 0 ? "{}" : text.substring(params - 1, end);
  }

  private String inserted(int at, String entries) {
    boolean last = text.substring(at).stripLeading().startsWith("}");
    return text.substring(0, at) + entries + (last ? "" : ",") + text.substring(at);
  }

  /** Where things stand in a text that is a JSON object. */
  private static final class Scan {
    private @Nullable String id;
    private int params = -1;
    private int end = -1;
    private int meta = -1;

    static Scan of(String text) {
      Scan scan = new Scan();
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
        parser.nextToken();
        scan.object(parser);
      } catch (JacksonException e) {
        throw new IllegalStateException("was JSON a moment ago: " + e.getOriginalMessage(), e);
      }
      return scan;
    }

    private void object(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("id") && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          id = value == JsonToken.VALUE_STRING ? Quoted.of(parser.getString()) : parser.getString();
        } else if (name.equals("params") && value == JsonToken.START_OBJECT) {
          params = behindBrace(parser);
          parameters(parser);
          end = behindBrace(parser);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void parameters(JsonParser parser) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isMeta = parser.currentName().equals("_meta");
        if (parser.nextToken() == JsonToken.START_OBJECT && isMeta) {
          meta = behindBrace(parser);
        }
        parser.skipChildren();
      }
    }

    private static int behindBrace(JsonParser parser) {
      return Math.toIntExact(parser.currentTokenLocation().getCharOffset()) + 1;
    }
  }
}
