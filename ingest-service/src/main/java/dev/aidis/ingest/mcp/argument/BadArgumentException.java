package dev.aidis.ingest.mcp.argument;

/** An argument of a tool is wrong. The message tells the assistant what to do. */
public final class BadArgumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadArgumentException(String message) {
    super(message);
  }
}
