package dev.aidis.ingest.rest;

import dev.aidis.queries.Scope;
import org.jspecify.annotations.Nullable;

/** The parameters that narrow down which of the caller's sessions are meant. */
record ScopeCriteria(
    @Nullable String workspace,
    @Nullable String project,
    @Nullable String tag,
    @Nullable String model,
    @Nullable String machine) {

  Scope of(String owner) {
    return new Scope(owner, workspace, project, tag, model, machine);
  }
}
