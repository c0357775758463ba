package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;

import dev.aidis.ingest.input.Moment;
import dev.aidis.ingest.mcp.answer.SessionShapes;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.queries.SessionFilter;
import dev.aidis.queries.SessionFilter.Place;
import dev.aidis.queries.SessionPage;
import dev.aidis.queries.report.SessionListReport;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.SessionStatus;
import java.util.List;
import java.util.stream.Stream;

/** {@code sessions_list}. */
final class SessionsListTool implements Tool {
  private static final String NAME = "sessions_list";
  private static final int SESSIONS = 10;
  private static final int LONGEST_TIME = 40;

  private static final Parameter<SessionStatus> STATUS =
      optional(
          "status",
          ArgumentTypes.oneOf(SessionStatus.class, SessionStatus::wireName),
          "Only those that stand so.");
  private static final Parameter<String> SINCE =
      optional(
          "since",
          ArgumentTypes.text(LONGEST_TIME),
          "Only those that began then or later: a day such as 2026-01-31, or a time.");
  private static final Parameter<String> UNTIL =
      optional(
          "until",
          ArgumentTypes.text(LONGEST_TIME),
          "Only those that began on this day or before, or before this time.");
  private static final Parameter<String> TEXT =
      optional(
          "text",
          ArgumentTypes.text(ActivityLimits.SHORT),
          "Words, or beginnings of words, in the goal, notes, tasks, decisions or context.");
  private static final Parameter<Integer> LIMIT = Paging.limit(SESSIONS);

  private static final List<Parameter<?>> FILTERS =
      Stream.concat(
              ScopeArguments.ALL.stream(), Stream.<Parameter<?>>of(STATUS, SINCE, UNTIL, TEXT))
          .toList();

  private final Sources sources;

  SessionsListTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        NAME,
        "List sessions",
        """
        Lists the user's sessions, newest first, a page at a time, by project, tag, time, words and \
        so on. Call it to find a session that the user speaks of; session_get tells the rest of \
        it.""",
        Hints.READS,
        Stream.concat(FILTERS.stream(), Stream.<Parameter<?>>of(LIMIT, Paging.AFTER)).toList(),
        SessionShapes.PAGE.schema());
  }

  @Override
  public Answer call(Call call) {
    Arguments arguments = call.arguments();
    Moment moment = new Moment(sources.texts().zone());
    SessionPage page =
        sources
            .pages()
            .of(
                SessionFilter.newest(ScopeArguments.of(call), arguments.getOr(LIMIT, SESSIONS))
                    .withStatus(arguments.find(STATUS))
                    .withStartBetween(
                        moment.since(arguments.find(SINCE)), moment.until(arguments.find(UNTIL)))
                    .withText(arguments.find(TEXT))
                    .withBefore(arguments.optional(Paging.AFTER).map(Place::parse).orElse(null)));
    boolean narrowed = FILTERS.stream().anyMatch(one -> arguments.find(one) != null);
    return new Answer(
        Paging.text(
            sources
                .texts()
                .draw(new SessionListReport(sources.texts().zone()).of(page.sessions(), narrowed)),
            NAME,
            page.next()),
        SessionShapes.PAGE.of(page));
  }
}
