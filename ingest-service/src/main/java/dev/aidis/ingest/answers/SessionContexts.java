package dev.aidis.ingest.answers;

import dev.aidis.queries.context.SessionContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Gathers what an assistant should know. */
@FunctionalInterface
public interface SessionContexts {

  /**
   * What is to be known about a session of the owner; absent where it is not theirs.
   *
   * @throws org.springframework.dao.DataAccessException if Postgres is away
   */
  Optional<SessionContext> of(String owner, UUID session, Instant now);
}
