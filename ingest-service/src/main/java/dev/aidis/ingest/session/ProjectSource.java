package dev.aidis.ingest.session;

import dev.aidis.ingest.caller.Caller;
import java.util.Optional;

/** Chooses the project for a client that connects. Does not throw when Postgres is away. */
@FunctionalInterface
public interface ProjectSource {
  Optional<String> choose(Caller caller);
}
