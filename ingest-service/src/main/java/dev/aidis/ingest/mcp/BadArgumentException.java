package dev.aidis.ingest.mcp;

/** An argument of a tool is wrong. The message tells the assistant what to do. */
final class BadArgumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadArgumentException(String message) {
    super(message);
  }
}
