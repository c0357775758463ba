package dev.aidis.ingest.caller;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a token does not allow. The detail is a sentence for the caller. */
public final class ForbiddenException extends ErrorResponseException {
  private static final long serialVersionUID = 1L;

  ForbiddenException(String detail) {
    super(
        HttpStatus.FORBIDDEN, ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail), null);
  }
}
