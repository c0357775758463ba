package dev.aidis.ingest.caller;

import dev.aidis.schemas.TrackerKey;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and what its headers say.
 *
 * @param clientSession the client's own session id
 * @param project named by the caller; goes before any other way of choosing one
 * @param repo the repository worked in: a path or a URL
 */
public record Caller(
    TrackerKey trackerKey,
    String machine,
    @Nullable String clientSession,
    @Nullable String project,
    @Nullable String repo) {

  public Caller withClientSession(String told) {
    return new Caller(trackerKey, machine, told, project, repo);
  }
}
