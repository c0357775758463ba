package dev.aidis.cli.spool;

import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of itself, to people.
 *
 * @param occurredAt absent if it does not say
 * @param what the hook's event or the assistant's tool
 * @param bytes of the file
 */
record SpooledRecord(@Nullable Instant occurredAt, String what, long bytes) {
  private static final String OCCURRED_AT = "\nAidis-Occurred-At: ";

  /** Empty if it was delivered meanwhile. */
  static Optional<SpooledRecord> read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(of(new String(bytes, StandardCharsets.UTF_8), bytes.length));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static SpooledRecord of(String text, long bytes) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end + 1);
    Json body = Json.read(end < 0 ? "" : text.substring(end + 2)).orElseGet(Json::empty);
    String event = body.text("hook_event_name", body.text("name", "unreadable"));
    String tool = body.text("tool_name");
    return new SpooledRecord(occurredAt(head), tool == null ? event : event + " " + tool, bytes);
  }

  private static @Nullable Instant occurredAt(String head) {
    int at = head.indexOf(OCCURRED_AT);
    try {
      return at < 0
          ? null
          : Instant.parse(
              head.substring(at + OCCURRED_AT.length(), head.indexOf('\n', at + 1)).strip());
    } catch (DateTimeException | StringIndexOutOfBoundsException unreadable) {
      return null;
    }
  }
}
