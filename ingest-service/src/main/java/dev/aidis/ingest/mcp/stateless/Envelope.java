package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.mcp.rpc.RpcMessage;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request says of itself and of its client, in {@code _meta} and in headers.
 *
 * @param clientName empty if not told, as is the version
 * @param logLevel from which on the client wants to hear
 * @param progressToken a string or a whole number
 */
record Envelope(
    String clientName,
    String clientVersion,
    ClientCapabilities capabilities,
    @Nullable LoggingLevel logLevel,
    @Nullable Object progressToken,
    Map<String, Object> meta) {

  /**
   * Reads it.
   *
   * @throws dev.aidis.ingest.mcp.rpc.RpcErrorException if something is missing or contradicts
   *     itself
   */
  static Envelope of(HttpServletRequest request, RpcMessage message, JsonMapper json) {
    String header = request.getHeader(Revision.HEADER);
    if (header == null) {
      throw Refusal.headerMismatch("the header " + Revision.HEADER + " is missing");
    }
    JsonNode meta = message.params().path("_meta");
    String version = required(meta, Revision.VERSION).asString("");
    if (!required(meta, Revision.CAPABILITIES).isObject()) {
      throw Refusal.malformed("_meta." + Revision.CAPABILITIES + " must be an object");
    }
    if (!header.strip().equals(version)) {
      throw Refusal.headerMismatch(
          "the header %s and _meta name different revisions".formatted(Revision.HEADER));
    }
    if (!version.equals(Revision.STATELESS)) {
      throw Refusal.unsupported(version);
    }
    if (!message.method().equals(strip(request.getHeader("Mcp-Method")))) {
      throw Refusal.headerMismatch("the header Mcp-Method must be the method of the body");
    }
    return new Envelope(
        meta.path(Revision.CLIENT).path("name").asString(""),
        meta.path(Revision.CLIENT).path("version").asString(""),
        capabilities(meta.path(Revision.CAPABILITIES), json),
        logLevel(meta),
        progressToken(meta.path("progressToken")),
        map(meta, json));
  }

  private static JsonNode required(JsonNode meta, String name) {
    JsonNode value = meta.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw Refusal.malformed("params._meta needs " + name);
    }
    return value;
  }

  private static @Nullable String strip(@Nullable String header) {
    return header == null ? null : header.strip();
  }

  private static ClientCapabilities capabilities(JsonNode declared, JsonMapper json) {
    try {
      return json.treeToValue(declared, ClientCapabilities.class);
    } catch (JacksonException e) {
      throw Refusal.malformed("_meta." + Revision.CAPABILITIES + " cannot be understood");
    }
  }

  private static @Nullable LoggingLevel logLevel(JsonNode meta) {
    String level = meta.path(Revision.LOG_LEVEL).asString("");
    if (!meta.has(Revision.LOG_LEVEL)) {
      return null;
    }
    return Optional.ofNullable(LoggingLevel.fromValue(level))
        .orElseThrow(() -> Refusal.malformed("_meta." + Revision.LOG_LEVEL + " is no log level"));
  }

  private static @Nullable Object progressToken(JsonNode token) {
    if (token.isString()) {
      return token.asString();
    }
    return token.isIntegralNumber() ? (Object) token.asLong() : null;
  }

  @SuppressWarnings("unchecked") // keys of a JSON object are texts
  private static Map<String, Object> map(JsonNode meta, JsonMapper json) {
    return json.convertValue(meta, Map.class);
  }
}
