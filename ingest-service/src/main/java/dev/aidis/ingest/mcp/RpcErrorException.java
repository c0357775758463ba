package dev.aidis.ingest.mcp;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An HTTP response with a JSON-RPC error in its body. */
final class RpcErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int INVALID_PARAMS = -32602;

  private final int status;
  private final int code;
  private final transient @Nullable JsonNode id;

  private RpcErrorException(int status, int code, @Nullable JsonNode id, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.id = id;
  }

  static RpcErrorException unreadable(String reason) {
    return new RpcErrorException(400, PARSE_ERROR, null, "The body is not JSON: " + reason);
  }

  static RpcErrorException tooLarge(int maxBytes) {
    return new RpcErrorException(
        413, INVALID_REQUEST, null, "The message has more than " + maxBytes + " bytes");
  }

  static RpcErrorException badRequest(@Nullable JsonNode id, String message) {
    return new RpcErrorException(400, INVALID_REQUEST, id, message);
  }

  /** The answer to a request that is right as such; clients read its body only at status 200. */
  static RpcErrorException badParams(@Nullable JsonNode id, String message) {
    return new RpcErrorException(200, INVALID_PARAMS, id, message);
  }

  void write(HttpServletResponse response) throws IOException {
    ObjectNode error = JsonMapper.shared().createObjectNode();
    error.put("jsonrpc", "2.0");
    error.set("id", id);
    error.putObject("error").put("code", code).put("message", getMessage());
    byte[] body = error.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
