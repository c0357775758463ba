package dev.aidis.ingest.mcp.offer;

/** There is no resource of that name for the caller. */
public final class NoSuchResourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String uri;

  public NoSuchResourceException(String uri, String message) {
    super(message);
    this.uri = uri;
  }

  public String uri() {
    return uri;
  }
}
