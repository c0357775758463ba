package dev.aidis.ingest.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes the SDK's transport errors as JSON-RPC. The SDK hands the exception itself to the JSON
 * mapper, which would write out its stack trace.
 */
final class TransportErrorJson extends StdSerializer<McpError> {

  private static final String UNREADABLE = "Invalid message format";

  TransportErrorJson() {
    super(McpError.class);
  }

  @Override
  public void serialize(McpError error, JsonGenerator json, SerializationContext context) {
    JSONRPCError cause = error.getJsonRpcError();
    json.writeStartObject();
    json.writeStringProperty("jsonrpc", "2.0");
    json.writeNullProperty("id");
    json.writeObjectPropertyStart("error");
    json.writeNumberProperty("code", cause.code());
    json.writeStringProperty("message", plain(cause.message()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What the JSON mapper said names classes of ours; it helps no client. */
  private static String plain(String message) {
    return message.startsWith(UNREADABLE) ? UNREADABLE : message.lines().findFirst().orElse("");
  }
}
