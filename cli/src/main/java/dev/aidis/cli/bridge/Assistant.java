package dev.aidis.cli.bridge;

import java.io.PrintStream;

/** The assistant's side: one message a line on standard output, and nothing else. Thread-safe. */
final class Assistant {
  private static final int TRACKER_AWAY = -32000;

  private final PrintStream out;

  Assistant(PrintStream out) {
    this.out = out;
  }

  /** Hands on a message; line ends between its parts are no part of it. */
  synchronized void send(String json) {
    String line = json.replaceAll("[\\r\\n]+", " ").strip();
    if (!line.isEmpty()) {
      out.print(line + "\n");
      out.flush();
    }
  }

  void result(Line request, String json) {
    send("{\"jsonrpc\":\"2.0\",\"id\":" + request.id() + ",\"result\":" + json + "}");
  }

  void error(Line request, String sentence) {
    send(
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":%d,\"message\":%s}}"
            .formatted(request.id(), TRACKER_AWAY, Quoted.of(sentence)));
  }

  /** The answer of a tool. */
  void toolResult(Line request, boolean isError, String text, String structured) {
    result(
        request,
        "{\"content\":[{\"type\":\"text\",\"text\":%s}],\"isError\":%b%s}"
            .formatted(
                Quoted.of(text),
                isError,
                structured.isEmpty() ? "" : ",\"structuredContent\":" + structured));
  }
}
