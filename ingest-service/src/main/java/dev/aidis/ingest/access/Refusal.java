package dev.aidis.ingest.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that says no, as problem+json.
 *
 * @param header and {@code value}: what the answer says besides; absent for nothing
 */
record Refusal(HttpStatusCode status, String detail, @Nullable String header, String value) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static Refusal of(HttpStatus status, String detail) {
    return new Refusal(status, detail, null, "");
  }

  static Refusal of(ErrorResponse error) {
    String detail = error.getBody().getDetail();
    return new Refusal(error.getStatusCode(), detail == null ? "" : detail, null, "");
  }

  Refusal with(String name, String told) {
    return new Refusal(status, detail, name, told);
  }

  void write(HttpServletResponse response) throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    HttpStatus known = HttpStatus.resolve(status.value());
    problem.put("type", "about:blank");
    problem.put("title", known == null ? "Error" : known.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    byte[] body = JSON.writeValueAsBytes(problem);
    response.reset();
    response.setStatus(status.value());
    if (header != null) {
      response.setHeader(header, value);
    }
    response.setContentType("application/problem+json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
