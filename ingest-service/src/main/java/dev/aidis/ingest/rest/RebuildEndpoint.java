package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Administration;
import dev.aidis.ingest.rebuild.Rebuilding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/rebuild}: POST begins one, GET tells how it is. */
@RestController
@Administration
@RequestMapping("/api/v1/rebuild")
final class RebuildEndpoint {
  private final ObjectProvider<Rebuilding> rebuilding;

  RebuildEndpoint(ObjectProvider<Rebuilding> rebuilding) {
    this.rebuilding = rebuilding;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Rebuilding.Status begin() {
    return required().begin();
  }

  @GetMapping
  Rebuilding.Status status() {
    return required().status();
  }

  private Rebuilding required() {
    Rebuilding found = rebuilding.getIfAvailable();
    if (found == null) {
      throw new RefusedRequestException(
          HttpStatus.NOT_IMPLEMENTED,
          "The services of this tracker run apart, and this one cannot begin a rebuild.");
    }
    return found;
  }
}
