package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Completer;
import dev.aidis.ingest.mcp.tool.Sources;
import dev.aidis.queries.ProjectView;
import dev.aidis.queries.Scope;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Suggests the caller's projects, tags and sessions. Tags are those of the latest 200 sessions,
 * those of later ones first. While Postgres is away it suggests nothing.
 */
record Suggestions(Sources sources) implements Completer {
  private static final Logger log = LoggerFactory.getLogger(Suggestions.class);
  private static final int SESSIONS = 200;

  @Override
  public List<String> suggest(Caller caller, String argument, String begun) {
    String prefix = begun.strip().toLowerCase(Locale.ROOT);
    try {
      return all(caller.trackerKey().owner(), argument)
          .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(prefix))
          .distinct()
          .toList();
    } catch (DataAccessException e) {
      log.debug("Postgres cannot be asked for suggestions: {}", e.getMessage());
      return List.of();
    }
  }

  private Stream<String> all(String owner, String argument) {
    return switch (argument) {
      case "project" -> sources.projects().of(owner, SESSIONS).stream().map(ProjectView::name);
      case "tag", "tags" -> sessions(owner).flatMap(session -> session.tags().stream());
      case "session" ->
          Stream.concat(
              Stream.of("current"),
              sessions(owner).map(session -> Long.toString(session.number())));
      case StatisticsResource.PERIOD -> StatisticsResource.PERIODS.stream();
      default -> Stream.empty();
    };
  }

  private Stream<SessionView> sessions(String owner) {
    return sources.pages().of(SessionFilter.newest(Scope.of(owner), SESSIONS)).sessions().stream();
  }
}
