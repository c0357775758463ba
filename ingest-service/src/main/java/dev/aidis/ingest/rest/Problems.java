package dev.aidis.ingest.rest;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.input.BadValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error as {@code application/problem+json}; what went wrong inside stays in the log. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail refused(RefusedRequestException e) {
    return problem(e.status(), e);
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException e) {
    return problem(HttpStatus.BAD_REQUEST, e);
  }

  @ExceptionHandler
  ProblemDetail logAway(LogUnavailableException e) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, e);
  }

  @ExceptionHandler
  ProblemDetail refusedByDatabase(DataIntegrityViolationException e) {
    log.info("Postgres refused a value: {}", e.getMessage());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "Here " + BadValues.REFUSED + "; correct it.");
  }

  @ExceptionHandler
  ProblemDetail databaseAway(DataAccessException e) {
    log.warn("Postgres is away: {}", e.getMessage());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Postgres is away, so sessions cannot be read now; recording goes on.");
  }

  @ExceptionHandler
  ProblemDetail unexpected(RuntimeException e) {
    log.error("A request failed", e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "The tracker could not answer because of an error of its own; its log says more.");
  }

  private static ProblemDetail problem(HttpStatus status, RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
  }
}
