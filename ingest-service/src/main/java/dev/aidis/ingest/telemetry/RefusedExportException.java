package dev.aidis.ingest.telemetry;

import org.springframework.http.HttpStatus;

/** An export that cannot be taken as it is. The message is a sentence for whoever exports. */
final class RefusedExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  RefusedExportException(HttpStatus status, String message) {
    super(message);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
