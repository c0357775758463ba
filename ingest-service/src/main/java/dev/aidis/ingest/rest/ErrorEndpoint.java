package dev.aidis.ingest.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns the errors that the container itself answers with into problem+json. */
@RestController
final class ErrorEndpoint {
  static final String PATH = "/error";

  @RequestMapping(PATH)
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer known ? known : HttpStatus.NOT_FOUND.value();
    return ResponseEntity.status(status).body(ProblemDetail.forStatus(status));
  }
}
