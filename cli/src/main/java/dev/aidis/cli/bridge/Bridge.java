package dev.aidis.cli.bridge;

import dev.aidis.cli.http.Json;
import dev.aidis.cli.spool.Spool;
import dev.aidis.schemas.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes the assistant's messages one by one, and answers those that the tracker cannot. */
final class Bridge {
  private static final String TOOL_CALLS = "/api/v1/tool-calls";
  private static final String CALL_ID = "aidis/callId";
  private static final String AWAY =
      "The tracker is away, so nothing can be looked up. Your user can start it with `aidis up -d`."
          + " What you record meanwhile (tasks, decisions, context, files, notes) is kept and"
          + " delivered later.";

  private final Connection connection;
  private final Assistant assistant;
  private final Memory memory;
  private final Spool spool;
  private final Map<String, String> origin;
  private final PrintStream log;
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * @param origin the headers of what is kept: who records, and where
   */
  Bridge(
      Connection connection,
      Assistant assistant,
      Memory memory,
      Spool spool,
      Map<String, String> origin,
      PrintStream log) {
    this.connection = connection;
    this.assistant = assistant;
    this.memory = memory;
    this.spool = spool;
    this.origin = origin;
    this.log = log;
  }

  /** Serves until the assistant closes its side, and what it has asked by then is answered. */
  void serve(BufferedReader in) throws IOException {
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        if (text.isBlank()) {
          continue;
        }
        Line line = Line.of(text).orElse(null);
        if (line == null) {
          log.println("aidis mcp: what the assistant wrote is no JSON-RPC message");
          assistant.send(
              "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"}}");
        } else if (line.isRequest() && !line.is("initialize")) {
          requests.execute(() -> take(line));
        } else {
          take(line);
        }
      }
    }
    connection.close();
  }

  private void take(Line line) {
    UUID callId = Ids.newId();
    try {
      Endpoint.Answer answer = sendTwice(line, callId);
      back();
      refused(line, answer);
    } catch (IOException e) {
      if (away.compareAndSet(false, true)) {
        log.println("aidis mcp: the tracker is away: " + e);
      }
      withoutTracker(line, callId);
    } catch (RuntimeException e) {
      log.println("aidis mcp: " + e);
      if (line.isRequest()) {
        assistant.error(line, "The bridge failed over this: " + e);
      }
    }
  }

  /** A connection that was kept may have been closed; a call that arrives twice counts once. */
  private Endpoint.Answer sendTwice(Line line, UUID callId) throws IOException {
    String text =
        line.is("tools/call") ? line.withMeta(Map.of(CALL_ID, callId.toString())) : line.text();
    try {
      return connection.send(line, text, message -> answered(line, message));
    } catch (IOException e) {
      return connection.send(line, text, message -> answered(line, message));
    }
  }

  private void answered(Line line, String message) {
    assistant.send(message);
    memory.keep(line, message);
  }

  private void refused(Line line, Endpoint.Answer answer) {
    if (answer.isOk() || !line.isRequest()) {
      return;
    }
    Json body = Json.read(answer.body()).orElseGet(Json::empty);
    if (body.object("error").names().isEmpty() || body.text("id") == null) {
      String detail = body.object("error").text("message", body.text("detail", ""));
      assistant.error(
          line, "The tracker refuses this (HTTP %d). %s".formatted(answer.status(), detail));
    } else {
      assistant.send(answer.body());
    }
  }

  private void back() {
    if (away.compareAndSet(true, false)) {
      log.println("aidis mcp: the tracker is back");
      spool.deliverInBackground();
    }
  }

  private void withoutTracker(Line line, UUID callId) {
    if (!line.isRequest()) {
      return;
    }
    switch (String.valueOf(line.method())) {
      case "ping" -> assistant.result(line, "{}");
      case "tools/call" -> callTool(line, callId);
      case "initialize" ->
          assistant.result(line, memory.recall("initialize").orElse(firstWords(line)));
      case "tools/list" -> list(line, "tools");
      case "prompts/list" -> list(line, "prompts");
      case "resources/list" -> list(line, "resources");
      case "resources/templates/list" -> list(line, "resourceTemplates");
      default ->
          memory
              .recall(line.method())
              .ifPresentOrElse(
                  known -> assistant.result(line, known), () -> assistant.error(line, AWAY));
    }
  }

  private void list(Line line, String what) {
    assistant.result(line, memory.recall(line.method()).orElse("{\"" + what + "\":[]}"));
  }

  /** For an assistant that comes before the tracker was ever seen. */
  private static String firstWords(Line line) {
    return "{\"protocolVersion\":%s,\"capabilities\":{\"tools\":{}},\"serverInfo\":{\"name\":\"aidis\",\"version\":\"bridge\"},\"instructions\":%s}"
        .formatted(
            Quoted.of(line.parameters().text("protocolVersion", "2025-11-25")), Quoted.of(AWAY));
  }

  private void callTool(Line line, UUID callId) {
    String tool = line.parameters().text("name", "");
    Json listed = memory.tool(tool);
    if (!KeptCall.canBe(tool)) {
      assistant.toolResult(line, true, AWAY, "");
      return;
    }
    List<String> missing =
        listed.object("inputSchema").texts("required").stream()
            .filter(name -> line.parameters().object("arguments").text(name) == null)
            .toList();
    if (!missing.isEmpty()) {
      assistant.toolResult(
          line, true, tool + " did nothing: " + String.join(", ", missing) + " is missing.", "");
      return;
    }
    KeptCall call = new KeptCall(line, callId);
    if (spool.keep(TOOL_CALLS, headers(callId), line.parametersText())) {
      assistant.toolResult(line, false, call.text(), call.structured());
      spool.deliverInBackground();
    } else {
      assistant.toolResult(
          line, true, AWAY + " This could not be kept either: see `aidis spool`.", "");
    }
  }

  private Map<String, String> headers(UUID callId) {
    Map<String, String> headers = new LinkedHashMap<>(origin);
    headers.put("Idempotency-Key", callId.toString());
    Json client = connection.client();
    String name = client.text("name", "unknown");
    headers.put("Aidis-Client", name + "/" + client.text("version", "unknown"));
    return headers;
  }
}
