package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.RunningTracker;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks revision 2026-07-28, and lets a test spoil what it says. */
final class StatelessClient {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final RunningTracker tracker;
  private final ObjectNode capabilities;

  StatelessClient(RunningTracker tracker, String... capabilities) {
    this.tracker = tracker;
    this.capabilities = JSON.createObjectNode();
    List.of(capabilities).forEach(this.capabilities::putObject);
  }

  /** A request as it should be; the test may change it before it is sent. */
  Message message(String method, Map<String, ?> params) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("jsonrpc", "2.0").put("id", 7).put("method", method);
    ObjectNode all = tree.putObject("params");
    all.setAll((ObjectNode) JSON.valueToTree(params));
    ObjectNode meta = all.withObject("_meta");
    meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
    meta.putObject("io.modelcontextprotocol/clientInfo").put("name", "next").put("version", "9");
    meta.set("io.modelcontextprotocol/clientCapabilities", capabilities);
    Map<String, String> headers = new TreeMap<>();
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("Content-Type", "application/json");
    headers.put("MCP-Protocol-Version", "2026-07-28");
    headers.put("Mcp-Method", method);
    Object name = params.containsKey("name") ? params.get("name") : params.get("uri");
    if (name != null) {
      headers.put("Mcp-Name", name.toString());
    }
    return new Message(tracker, tree, headers);
  }

  Reply send(String method, Map<String, ?> params) throws IOException, InterruptedException {
    return message(method, params).send();
  }

  Reply call(String tool, Map<String, ?> arguments) throws IOException, InterruptedException {
    return send("tools/call", Map.of("name", tool, "arguments", arguments));
  }

  record Message(RunningTracker tracker, ObjectNode tree, Map<String, String> headers) {
    Message header(String name, @Nullable String value) {
      if (value == null) {
        headers.remove(name);
      } else {
        headers.put(name, value);
      }
      return this;
    }

    ObjectNode params() {
      return (ObjectNode) tree.path("params");
    }

    ObjectNode meta() {
      return (ObjectNode) params().path("_meta");
    }

    HttpRequest request() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(tracker.uri("/mcp"))
              .POST(BodyPublishers.ofString(tree.toString()));
      headers.forEach(request::header);
      return request.build();
    }

    Reply send() throws IOException, InterruptedException {
      return new Reply(tracker.send(request()));
    }
  }

  record Reply(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    /** The messages, the answer last. */
    List<JsonNode> messages() {
      return http.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
          ? http.body()
              .lines()
              .filter(line -> line.startsWith("data: "))
              .map(line -> JSON.readTree(line.substring("data: ".length())))
              .toList()
          : List.of(JSON.readTree(http.body()));
    }

    JsonNode result() {
      return messages().getLast().path("result");
    }

    JsonNode error() {
      return messages().getLast().path("error");
    }

    int code() {
      return error().path("code").asInt(0);
    }
  }
}
