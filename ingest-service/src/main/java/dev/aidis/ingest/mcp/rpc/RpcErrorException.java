package dev.aidis.ingest.mcp.rpc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An HTTP response with a JSON-RPC error in its body. */
public final class RpcErrorException extends RuntimeException {
  public static final int INVALID_PARAMS = -32602;
  public static final int INTERNAL_ERROR = -32603;

  private static final long serialVersionUID = 1L;
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;

  private final int status;
  private final int code;
  private final transient @Nullable JsonNode id;
  private final transient @Nullable Object data;

  private RpcErrorException(
      int status, int code, @Nullable JsonNode id, String message, @Nullable Object data) {
    super(message);
    this.status = status;
    this.code = code;
    this.id = id;
    this.data = data;
  }

  public static RpcErrorException unreadable(String reason) {
    return of(400, PARSE_ERROR, "The body is not JSON: " + reason);
  }

  public static RpcErrorException tooLarge(int maxBytes) {
    return of(413, INVALID_REQUEST, "The message has more than " + maxBytes + " bytes");
  }

  public static RpcErrorException badRequest(@Nullable JsonNode id, String message) {
    return new RpcErrorException(400, INVALID_REQUEST, id, message, null);
  }

  /** The answer to a request that is right as such; clients read its body only at status 200. */
  public static RpcErrorException badParams(@Nullable JsonNode id, String message) {
    return new RpcErrorException(200, INVALID_PARAMS, id, message, null);
  }

  /** Without an id, which {@link #answering} adds. */
  public static RpcErrorException of(int status, int code, String message) {
    return new RpcErrorException(status, code, null, message, null);
  }

  /** The same with data, which a JSON mapper can write. */
  public RpcErrorException with(Object added) {
    return new RpcErrorException(status, code, id, String.valueOf(getMessage()), added);
  }

  /** The same as the answer to the request with that id. */
  public RpcErrorException answering(@Nullable JsonNode request) {
    return new RpcErrorException(status, code, request, String.valueOf(getMessage()), data);
  }

  public int code() {
    return code;
  }

  /** The JSON-RPC message. */
  public ObjectNode body() {
    JsonMapper json = JsonMapper.shared();
    ObjectNode body = json.createObjectNode();
    body.put("jsonrpc", "2.0");
    body.set("id", id);
    ObjectNode error = body.putObject("error").put("code", code).put("message", getMessage());
    if (data != null) {
      error.set("data", json.valueToTree(data));
    }
    return body;
  }

  public void write(HttpServletResponse response) throws IOException {
    byte[] bytes = body().toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
