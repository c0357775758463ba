package dev.aidis.ingest.hooks;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.EventTime;
import dev.aidis.ingest.hooks.ClientSessions.Known;
import dev.aidis.ingest.hooks.ClientSessions.News;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.CurrentWork.Told;
import dev.aidis.schemas.fact.LinkedWorkTree;
import dev.aidis.schemas.fact.RepoName;
import dev.aidis.schemas.fact.TranscriptFolder;
import dev.aidis.schemas.fact.WorkPlace;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where an event happened. Asks no database: the assistant waits.
 *
 * <p>The project is the one that the request's header names, else the one that was named last by
 * this client session or by a switch since it came, else the name of the repository, which is one
 * for all its work trees. A repository can be seen only on the tracker's own machine; elsewhere it
 * is the directory in which the assistant was started.
 *
 * @param machine the tracker's own
 */
record Scenes(
    String machine,
    RepositoryFinder repositories,
    ClientSessions sessions,
    CurrentWork work,
    OwnTools ownTools) {
  private static final Pattern NAME_OF_TRANSCRIPTS =
      Pattern.compile("[/\\\\]([^/\\\\]+)[/\\\\][^/\\\\]+$");

  Scene of(Caller caller, Payload payload, EventTime time) {
    String told = payload.name("session_id");
    String session = told == null ? caller.clientSession() : told;
    String directory = payload.path("cwd");
    Optional<String> seen = seen(caller, directory);
    News news =
        new News(
            payload.model(),
            seen.or(() -> startDirectory(payload, directory)).orElse(null),
            directory,
            ownTools.projectNamedBy(caller.trackerKey(), payload));
    Known known = sessions.tell(caller.trackerKey(), session, news, time.at());
    return new Scene(
        caller,
        session,
        new WorkPlace(known.root(), directory),
        project(caller, known, seen).orElse(null),
        known.model(),
        time);
  }

  /** The repository on this machine's disk; others' paths mean nothing here. */
  private Optional<String> seen(Caller caller, @Nullable String directory) {
    return directory != null && caller.machine().equals(machine)
        ? repositories.around(directory)
        : Optional.empty();
  }

  private static Optional<String> startDirectory(Payload payload, @Nullable String directory) {
    if (directory == null) {
      return Optional.empty();
    }
    String transcript = payload.path("transcript_path");
    var folder = NAME_OF_TRANSCRIPTS.matcher(transcript == null ? "" : transcript);
    return folder.find() ? TranscriptFolder.start(folder.group(1), directory) : Optional.empty();
  }

  private Optional<String> project(Caller caller, Known known, Optional<String> seen) {
    Optional<String> repository =
        Optional.ofNullable(caller.repo())
            .or(() -> seen.map(LinkedWorkTree::repositoryOf))
            .or(() -> Optional.ofNullable(known.root()));
    return Optional.ofNullable(caller.project())
        .or(
            () ->
                work.switched(caller.trackerKey())
                    .filter(switched -> !switched.at().isBefore(known.since()))
                    .map(Told::project))
        .or(() -> Optional.ofNullable(known.project()))
        .or(() -> repository.flatMap(RepoName::of));
  }
}
