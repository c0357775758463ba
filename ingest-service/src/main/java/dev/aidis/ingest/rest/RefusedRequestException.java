package dev.aidis.ingest.rest;

import org.springframework.http.HttpStatus;

/** A request that cannot be carried out as it is. The message is a sentence for the caller. */
final class RefusedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  RefusedRequestException(HttpStatus status, String message) {
    super(message);
    this.status = status;
  }

  static RefusedRequestException badRequest(String message) {
    return new RefusedRequestException(HttpStatus.BAD_REQUEST, message);
  }

  HttpStatus status() {
    return status;
  }
}
