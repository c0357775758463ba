package dev.aidis.ingest.keeping;

import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.schemas.TrackerKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/export}: all data of one owner, as JSON lines. */
@RestController
final class ExportEndpoint {
  private final Callers callers;
  private final OwnerExport export;

  ExportEndpoint(Callers callers, OwnerExport export) {
    this.callers = callers;
    this.export = export;
  }

  /**
   * @param owner the caller's own if absent
   */
  @GetMapping("/api/v1/export")
  void export(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(required = false) @Nullable String owner)
      throws IOException {
    TrackerKey key =
        owner == null
            ? callers.of(request).trackerKey()
            : new TrackerKey(Authority.of(request).requireOwner(owner), TrackerKey.MAIN);
    response.setContentType(JsonLines.MEDIA_TYPE);
    try {
      export.write(key.owner(), new JsonLines(response.getOutputStream()));
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("the export stopped", e);
    }
  }
}
