package dev.aidis.ingest.rest;

import dev.aidis.queries.page.Drawing;
import dev.aidis.queries.page.Page;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * How a client wants an answer: as data, or as a page for people.
 *
 * @param zone the client's: times are shown in it, days are those of it
 * @param drawing of pages; not used for JSON
 */
record Presentation(Format format, ZoneId zone, Drawing drawing) {
  private static final String NOTHING_LOADED = "default-src 'none'; style-src 'unsafe-inline'";

  /** The answer: one of both is made, as it is wanted. */
  ResponseEntity<Object> of(Supplier<Object> data, Function<ZoneId, Page> page) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(format.mediaType())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
            .header("X-Content-Type-Options", "nosniff");
    if (format == Format.HTML) {
      answer.header("Content-Security-Policy", NOTHING_LOADED);
    }
    return answer.body(format == Format.JSON ? data.get() : drawing.of(page.apply(zone)));
  }
}
