package dev.aidis.ingest.keeping;

import dev.aidis.ingest.caller.Administration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/backup} and {@code /api/v1/restore}: the whole tracker, as JSON lines. */
@RestController
@Administration
final class BackupEndpoint {
  private final Backup backup;
  private final Contents contents;
  private final Supplier<Restore> restore;
  private final ReservedNumbers numbers;

  BackupEndpoint(
      Backup backup, Contents contents, Supplier<Restore> restore, ReservedNumbers numbers) {
    this.backup = backup;
    this.contents = contents;
    this.restore = restore;
    this.numbers = numbers;
  }

  @GetMapping("/api/v1/backup")
  void backup(HttpServletResponse response) throws IOException {
    response.setContentType(JsonLines.MEDIA_TYPE);
    try {
      backup.write(new JsonLines(response.getOutputStream()));
    } catch (SQLException e) {
      throw away(e);
    }
  }

  /** What a restore would find. */
  @GetMapping("/api/v1/restore")
  Contents.Found found() throws IOException {
    try {
      return contents.find();
    } catch (SQLException e) {
      throw away(e);
    }
  }

  /**
   * Appends a backup's records.
   *
   * @param force whether a tracker that holds data may be added to
   */
  @PostMapping("/api/v1/restore")
  Restore.Restored restore(
      HttpServletRequest request, @RequestParam(defaultValue = "false") boolean force)
      throws IOException {
    try {
      if (!force && !contents.find().empty()) {
        throw new IllegalArgumentException(
            "The tracker is not empty, so nothing is restored; force adds to what it has.");
      }
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8), 1 << 16);
      return restore.get().from(lines);
    } catch (SQLException e) {
      throw away(e);
    }
  }

  /** To be called when everything restored is in Postgres. */
  @PostMapping("/api/v1/restore/end")
  void end() {
    try {
      numbers.endTaking();
    } catch (SQLException e) {
      throw away(e);
    }
  }

  private static CannotGetJdbcConnectionException away(SQLException e) {
    return new CannotGetJdbcConnectionException("Postgres failed", e);
  }
}
