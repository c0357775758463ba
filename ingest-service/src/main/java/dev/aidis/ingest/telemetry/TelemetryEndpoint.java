package dev.aidis.ingest.telemetry;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /v1/metrics} and {@code POST /v1/logs}: OTLP 1.x over HTTP. Exporters send again what
 * was answered with 503, and give up what was answered with another error.
 */
@RestController
final class TelemetryEndpoint {
  private static final int INVALID_ARGUMENT = 3;
  private static final int UNAVAILABLE = 14;
  private static final String RETRY_AFTER_SECONDS = "5";

  private final OtlpBody body;
  private final Callers callers;
  private final Telemetry telemetry;

  TelemetryEndpoint(OtlpBody body, Callers callers, Telemetry telemetry) {
    this.body = body;
    this.callers = callers;
    this.telemetry = telemetry;
  }

  @PostMapping("/v1/metrics")
  ResponseEntity<byte[]> metrics(HttpServletRequest request) throws IOException {
    return take(request, OtlpMessage.METRICS_REQUEST, "rejectedDataPoints", telemetry::metrics);
  }

  @PostMapping("/v1/logs")
  ResponseEntity<byte[]> logs(HttpServletRequest request) throws IOException {
    return take(request, OtlpMessage.LOGS_REQUEST, "rejectedLogRecords", telemetry::logs);
  }

  private ResponseEntity<byte[]> take(
      HttpServletRequest request,
      OtlpMessage message,
      String counted,
      BiFunction<JsonNode, Caller, Rejections> telemetry)
      throws IOException {
    Encoding encoding = Encoding.JSON;
    try {
      encoding = Encoding.of(request.getContentType());
      JsonNode export = body.read(request, encoding, message);
      Rejections rejections = telemetry.apply(export, callers.of(request));
      return ResponseEntity.ok()
          .contentType(encoding.mediaType())
          .body(encoding.answer(rejections, counted));
    } catch (RefusedExportException e) {
      return error(encoding, e.status(), INVALID_ARGUMENT, e);
    } catch (IllegalArgumentException e) {
      return error(encoding, HttpStatus.BAD_REQUEST, INVALID_ARGUMENT, e);
    } catch (LogUnavailableException e) {
      return error(encoding, HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE, e);
    }
  }

  private static ResponseEntity<byte[]> error(
      Encoding encoding, HttpStatus status, int code, RuntimeException e) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(encoding.mediaType());
    if (code == UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return answer.body(encoding.status(code, String.valueOf(e.getMessage())));
  }
}
