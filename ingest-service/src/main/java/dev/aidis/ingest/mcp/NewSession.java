package dev.aidis.ingest.mcp;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.function.Consumer;

/**
 * The answer to {@code initialize}. It tells the session's id before the client can read it: a
 * client may use it while the answer is still being written.
 */
final class NewSession extends HttpServletResponseWrapper {
  private final Consumer<String> opened;

  NewSession(HttpServletResponse response, Consumer<String> opened) {
    super(response);
    this.opened = opened;
  }

  @Override
  public void setHeader(String name, String value) {
    if (name.equalsIgnoreCase(McpFront.SESSION_HEADER)) {
      opened.accept(value);
    }
    super.setHeader(name, value);
  }
}
