package dev.aidis.ingest.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a session's counters also say in JSON: sums over AI and human. */
interface CountersJson {
  @JsonProperty
  long linesAdded();

  @JsonProperty
  long linesRemoved();

  @JsonProperty
  long netLines();
}
