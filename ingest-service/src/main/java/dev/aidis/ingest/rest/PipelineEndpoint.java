package dev.aidis.ingest.rest;

import dev.aidis.ingest.pipeline.Pipeline;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/pipeline}. */
@RestController
final class PipelineEndpoint {
  private final Pipeline pipeline;

  PipelineEndpoint(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @GetMapping("/api/v1/pipeline")
  Pipeline.Lag lag() {
    return pipeline.lag();
  }
}
