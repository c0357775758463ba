package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Administration;
import dev.aidis.ingest.deadletter.DeadLetterBox;
import dev.aidis.ingest.deadletter.StoredLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/dead-letters…}: of everyone. */
@RestController
@Administration
final class DeadLettersEndpoint {
  private static final int MOST = 1_000;

  private final DeadLetterBox letters;

  DeadLettersEndpoint(DeadLetterBox letters) {
    this.letters = letters;
  }

  @GetMapping("/api/v1/dead-letters")
  Letters newest(
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String reason) {
    if (limit < 1 || limit > MOST) {
      throw RefusedRequestException.badRequest(
          "limit %d must lie between 1 and %d.".formatted(limit, MOST));
    }
    return new Letters(letters.newest(limit, reason));
  }

  @GetMapping("/api/v1/dead-letters/{partition}/{offset}")
  StoredLetter one(@PathVariable int partition, @PathVariable long offset) {
    if (partition < 0 || offset < 0) {
      throw RefusedRequestException.badRequest("Partition and offset must not be negative.");
    }
    return letters
        .at(partition, offset)
        .orElseThrow(
            () ->
                new RefusedRequestException(
                    HttpStatus.NOT_FOUND,
                    "There is no dead letter %d:%d.".formatted(partition, offset)));
  }

  record Letters(List<StoredLetter> letters) {}
}
