package dev.aidis.benchmarks.tracker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * One MCP client with a session of its own: as little client as possible, to measure the server.
 */
public final class McpClient {
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"benchmark","version":"1"}}}""";
  private static final String INITIALIZED =
      """
      {"jsonrpc":"2.0","method":"notifications/initialized"}""";

  private final HttpClient http;
  private final URI endpoint;
  private final int number;
  private final String session;
  private int calls;

  private McpClient(HttpClient http, URI endpoint, int number, String session) {
    this.http = http;
    this.endpoint = endpoint;
    this.number = number;
    this.session = session;
  }

  /** Shakes hands. */
  public static McpClient connect(HttpClient http, TrackerUnderTest tracker, int number)
      throws IOException, InterruptedException {
    URI endpoint = tracker.url("/mcp");
    HttpResponse<String> answer =
        http.send(request(endpoint, INITIALIZE).build(), BodyHandlers.ofString());
    String session =
        answer
            .headers()
            .firstValue("Mcp-Session-Id")
            .orElseThrow(() -> new IllegalStateException("no MCP session: " + answer.body()));
    McpClient client = new McpClient(http, endpoint, number, session);
    client.post(INITIALIZED);
    return client;
  }

  /**
   * Creates a task; returns when the tracker has acknowledged it.
   *
   * @throws IllegalStateException when it answers something else
   */
  public void call() throws IOException, InterruptedException {
    calls++;
    String answer = post(taskCreate(calls));
    if (!answer.contains("task_id") || answer.contains("\"isError\":true")) {
      throw new IllegalStateException("the tool answered: " + answer);
    }
  }

  private String taskCreate(int call) {
    return """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"task_create",\
        "arguments":{"title":"Measure call %d of client %d"}}}"""
        .formatted(call, call, number);
  }

  private String post(String message) throws IOException, InterruptedException {
    HttpRequest request = request(endpoint, message).header("Mcp-Session-Id", session).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static HttpRequest.Builder request(URI endpoint, String message) {
    return HttpRequest.newBuilder(endpoint)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("MCP-Protocol-Version", "2025-11-25")
        .POST(BodyPublishers.ofString(message));
  }
}
