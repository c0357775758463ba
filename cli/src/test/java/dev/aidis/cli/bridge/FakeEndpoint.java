package dev.aidis.cli.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A tracker's {@code /mcp} as revision 2025-11-25 has it; remembers what it was told. */
final class FakeEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger sessions = new AtomicInteger();
  private volatile int known;

  /** A message, and what its headers said. */
  record Told(String body, @Nullable String session, @Nullable String revision, HttpExchange by) {
    @Nullable String header(String name) {
      return by.getRequestHeaders().getFirst(name);
    }
  }

  FakeEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/mcp", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  List<String> methods() {
    return told().stream()
        .map(message -> Json.read(message.body()).orElseThrow().text("method", "an answer"))
        .toList();
  }

  /** As a tracker does that was started again. */
  void forgetSessions() {
    known = 0;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "POST" -> post(exchange);
        case "DELETE" -> answer(exchange, 200, "");
        default -> answer(exchange, 405, "");
      }
    }
  }

  private void post(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String session = exchange.getRequestHeaders().getFirst("Mcp-Session-Id");
    told.add(
        new Told(
            body,
            session,
            exchange.getRequestHeaders().getFirst("MCP-Protocol-Version"),
            exchange));
    Json message = Json.read(body).orElseThrow();
    String method = message.text("method", "");
    if (method.equals("initialize")) {
      known = sessions.incrementAndGet();
      exchange.getResponseHeaders().add("Mcp-Session-Id", "s" + known);
      answer(exchange, 200, result(message, "{\"protocolVersion\":\"2025-11-25\"}"));
    } else if (!("s" + known).equals(session)) {
      answer(exchange, 404, "{\"detail\":\"no such session\"}");
    } else if (message.text("id") == null || method.isEmpty()) {
      answer(exchange, 202, "");
    } else if (method.equals("tools/list")) {
      answer(exchange, 200, result(message, TOOLS));
    } else {
      stream(exchange, message);
    }
  }

  private static final String TOOLS =
      """
      {"tools":[
       {"name":"task_create","annotations":{"readOnlyHint":false},"inputSchema":{"required":["title"]}},
       {"name":"task_list","annotations":{"readOnlyHint":true},"inputSchema":{}}]}""";

  /** An answer with a question before it. */
  private static void stream(HttpExchange exchange, Json message) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    String events =
        "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"elicitation/create\"}\n\n"
            + ": comment\nid: 1\ndata: "
            + result(message, "{\"content\":[]}")
            + "\n\n";
    exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
  }

  private static String result(Json message, String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + message.text("id") + ",\"result\":" + result + "}";
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
