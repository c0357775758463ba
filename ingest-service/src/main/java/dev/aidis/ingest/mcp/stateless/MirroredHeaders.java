package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Headers that repeat what is in the body, so that what stands between can route by them. A server
 * that reads both refuses a request in which they differ.
 */
final class MirroredHeaders {
  private static final String BASE64_BEGIN = "=?base64?";
  private static final String BASE64_END = "?=";
  private static final String PARAMETER = "Mcp-Param-";

  /** In a tool's input schema: under which name the property is repeated. */
  private static final String ANNOTATION = "x-mcp-header";

  private MirroredHeaders() {}

  /** Checks {@code Mcp-Name} against the name or URI of the body. */
  static void requireName(HttpServletRequest request, String name) {
    String header = request.getHeader("Mcp-Name");
    if (header == null) {
      throw Refusal.headerMismatch("the header Mcp-Name is missing");
    }
    if (!decoded("Mcp-Name", header).equals(name)) {
      throw Refusal.headerMismatch("the header Mcp-Name must be the name or URI of the body");
    }
  }

  /** Checks a header for each property that the tool's schema wants to be repeated. */
  static void requireParameters(HttpServletRequest request, Tool tool, JsonNode arguments) {
    requireParameters(request, tool.inputSchema(), arguments);
  }

  private static void requireParameters(
      HttpServletRequest request, Map<?, ?> schema, JsonNode arguments) {
    if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
      return;
    }
    properties.forEach(
        (name, property) -> {
          if (property instanceof Map<?, ?> described) {
            JsonNode value = arguments.path(name.toString());
            if (described.get(ANNOTATION) instanceof String suffix) {
              requireSame(PARAMETER + suffix, request.getHeader(PARAMETER + suffix), value);
            }
            requireParameters(request, described, value);
          }
        });
  }

  private static void requireSame(String name, @Nullable String header, JsonNode value) {
    boolean absent = value.isMissingNode() || value.isNull();
    if (absent && header == null) {
      return;
    }
    if (absent || header == null) {
      throw Refusal.headerMismatch(
          "%s is %s".formatted(name, absent ? "not in the body" : "missing"));
    }
    if (!isSame(decoded(name, header), value)) {
      throw Refusal.headerMismatch("%s differs from the body".formatted(name));
    }
  }

  private static boolean isSame(String header, JsonNode value) {
    if (value.isNumber()) {
      try {
        return new BigDecimal(header).compareTo(value.decimalValue()) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return header.equals(value.asString(""));
  }

  /**
   * A value that HTTP could not carry is sent as {@code =?base64?…?=}, in UTF-8.
   *
   * @throws RpcErrorException if it is not Base64 with its padding
   */
  private static String decoded(String name, String header) {
    String value = header.strip();
    if (value.length() < BASE64_BEGIN.length() + BASE64_END.length()
        || !value.startsWith(BASE64_BEGIN)
        || !value.endsWith(BASE64_END)) {
      return value;
    }
    String encoded = value.substring(BASE64_BEGIN.length(), value.length() - BASE64_END.length());
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      if (encoded.length() % 4 != 0) {
        throw new IllegalArgumentException("padding is missing");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.headerMismatch("%s is not Base64".formatted(name));
    }
  }
}
