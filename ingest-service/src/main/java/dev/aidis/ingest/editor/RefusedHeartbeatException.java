package dev.aidis.ingest.editor;

/** A heartbeat that cannot be taken as it is. */
final class RefusedHeartbeatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  RefusedHeartbeatException(String field, String message) {
    super(message);
    this.field = field;
  }

  RefusedHeartbeatException(String field, String message, Throwable cause) {
    super(message, cause);
    this.field = field;
  }

  String field() {
    return field;
  }
}
