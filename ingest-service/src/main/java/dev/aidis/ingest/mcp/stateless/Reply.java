package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request is answered with: one JSON object, or a stream of events once something is told
 * before the end. Thread-safe. A client that has gone is an {@link UncheckedIOException}.
 */
final class Reply {
  private final HttpServletResponse response;
  private final JsonMapper json;
  private final @Nullable JsonNode id;
  private boolean streams;

  Reply(HttpServletResponse response, JsonMapper json, @Nullable JsonNode id) {
    this.response = response;
    this.json = json;
    this.id = id;
  }

  /** Tells the client something before the end. */
  synchronized void tell(String method, Object params) {
    ObjectNode message = json.createObjectNode();
    message.put("jsonrpc", "2.0");
    message.put("method", method);
    message.set("params", json.valueToTree(params));
    begin();
    event(message);
  }

  /** Keeps the connection from being taken for dead, and finds out whether it is. */
  synchronized void stayAlive() {
    begin();
    write(":\n\n");
  }

  synchronized void result(ObjectNode result) {
    ObjectNode message = json.createObjectNode();
    message.put("jsonrpc", "2.0");
    message.set("id", id);
    message.set("result", result);
    if (streams) {
      event(message);
      return;
    }
    byte[] bytes = json.writeValueAsBytes(message);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    write(bytes);
  }

  synchronized void error(RpcErrorException error) throws IOException {
    RpcErrorException answer = error.answering(id);
    if (streams) {
      event(answer.body());
    } else {
      answer.write(response);
    }
  }

  private void begin() {
    if (!streams) {
      streams = true;
      response.setContentType("text/event-stream");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-cache");
      response.setHeader("X-Accel-Buffering", "no");
    }
  }

  private void event(ObjectNode message) {
    write("event: message\ndata: " + json.writeValueAsString(message) + "\n\n");
  }

  private void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) {
    try {
      OutputStream out = response.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
