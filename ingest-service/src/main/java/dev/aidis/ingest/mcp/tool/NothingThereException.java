package dev.aidis.ingest.mcp.tool;

/** What a call is about is not there. The message says so and what to do, in whole sentences. */
public final class NothingThereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NothingThereException(String message) {
    super(message);
  }
}
