package dev.aidis.ingest.hooks;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.EventTime;
import dev.aidis.ingest.hooks.ClientSessions.Known;
import dev.aidis.ingest.hooks.ClientSessions.News;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.CurrentWork.Told;
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
 * this client session or by a switch since it came, else the name of the repository. A repository
 * can be seen only on the tracker's own machine; elsewhere it is the directory in which the
 * assistant was started.
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
    News news =
        new News(
            payload.model(),
            directory == null ? null : repository(caller, payload, directory),
            directory,
            ownTools.projectNamedBy(caller.trackerKey(), payload));
    Known known = sessions.tell(caller.trackerKey(), session, news, time.at());
    return new Scene(
        caller,
        session,
        new WorkPlace(known.root(), directory),
        project(caller, known).orElse(null),
        known.model(),
        time);
  }

  private @Nullable String repository(Caller caller, Payload payload, String directory) {
    Optional<String> seen =
        caller.machine().equals(machine) ? repositories.around(directory) : Optional.empty();
    return seen.or(() -> startDirectory(payload, directory)).orElse(null);
  }

  private static Optional<String> startDirectory(Payload payload, String directory) {
    String transcript = payload.path("transcript_path");
    var folder = NAME_OF_TRANSCRIPTS.matcher(transcript == null ? "" : transcript);
    return folder.find() ? TranscriptFolder.start(folder.group(1), directory) : Optional.empty();
  }

  private Optional<String> project(Caller caller, Known known) {
    String repository = caller.repo() == null ? known.root() : caller.repo();
    return Optional.ofNullable(caller.project())
        .or(
            () ->
                work.switched(caller.trackerKey())
                    .filter(switched -> !switched.at().isBefore(known.since()))
                    .map(Told::project))
        .or(() -> Optional.ofNullable(known.project()))
        .or(() -> Optional.ofNullable(repository).flatMap(RepoName::of));
  }
}
