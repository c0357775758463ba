package dev.aidis.ingest.session;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.schemas.fact.RepoName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The project of a client that connects: the one it names, else its repository's name, else that of
 * the owner's last session of 24 hours, else the default project, else the newest of the owner's.
 *
 * @param defaultProject as configured; goes before the one in the database
 */
public record ProjectChoice(
    LastProject lastProject,
    DefaultProject defaultOfDatabase,
    NewestProject newest,
    @Nullable String defaultProject,
    InstantSource clock)
    implements ProjectSource {
  private static final Logger log = LoggerFactory.getLogger(ProjectChoice.class);
  private static final Duration STILL_THE_SAME_WORK = Duration.ofHours(24);

  /** The project of the owner's last session since then. */
  @FunctionalInterface
  public interface LastProject {
    Optional<String> of(String owner, Instant since);
  }

  /** The project to take, whoever calls, when nothing tells one. */
  @FunctionalInterface
  public interface DefaultProject {
    Optional<String> find();
  }

  /** The newest project of the owner's: those of others are nothing that is told here. */
  @FunctionalInterface
  public interface NewestProject {
    Optional<String> of(String owner);
  }

  @Override
  public Optional<String> choose(Caller caller) {
    return told(caller).or(() -> remembered(caller));
  }

  private static Optional<String> told(Caller caller) {
    return Optional.ofNullable(caller.project())
        .or(() -> Optional.ofNullable(caller.repo()).flatMap(RepoName::of));
  }

  private Optional<String> remembered(Caller caller) {
    Optional<String> configured = Optional.ofNullable(defaultProject);
    String owner = caller.trackerKey().owner();
    try {
      return lastProject
          .of(owner, clock.instant().minus(STILL_THE_SAME_WORK))
          .or(() -> configured)
          .or(defaultOfDatabase::find)
          .or(() -> newest.of(owner));
    } catch (DataAccessException e) {
      log.warn("Postgres cannot be asked for the project now: {}", e.getMessage());
      return configured;
    }
  }
}
