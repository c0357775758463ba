package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;

import dev.aidis.ingest.mcp.answer.TimelineShapes;
import dev.aidis.ingest.mcp.answer.TimelineShapes.Timeline;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.queries.ActivityView;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.TimelineFilter;
import dev.aidis.queries.TimelineFilter.Place;
import dev.aidis.queries.report.TimelineReport;
import java.util.List;
import java.util.Locale;

/** {@code session_timeline}. */
final class SessionTimelineTool implements Tool {
  private static final String NAME = "session_timeline";
  private static final int ACTIVITIES = 50;

  /** Which activities come first. */
  enum Order {
    NEWEST(TimelineFilter.Order.NEWEST_FIRST),
    OLDEST(TimelineFilter.Order.OLDEST_FIRST);

    private final TimelineFilter.Order direction;

    Order(TimelineFilter.Order direction) {
      this.direction = direction;
    }

    private String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Parameter<Order> ORDER =
      optional(
          "order",
          ArgumentTypes.oneOf(Order.class, Order::wireName),
          "Which come first; newest if left out.");
  private static final Parameter<Integer> LIMIT = Paging.limit(ACTIVITIES);

  private final Sources sources;

  SessionTimelineTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        NAME,
        "Show a timeline",
        """
        Tells what happened in a session, activity by activity, a page at a time. Call it when the \
        user wants to know when or in which order things were done; session_get is enough for an \
        overview.""",
        Hints.READS,
        List.of(NamedSession.OPTIONAL, ORDER, LIMIT, Paging.AFTER),
        TimelineShapes.TIMELINE.schema());
  }

  @Override
  public Answer call(Call call) {
    Arguments arguments = call.arguments();
    Order order = arguments.getOr(ORDER, Order.NEWEST);
    TimelineFilter filter =
        new TimelineFilter(
            arguments.getOr(LIMIT, ACTIVITIES),
            order.direction,
            arguments.optional(Paging.AFTER).map(Place::parse).orElse(null));
    SessionView session = NamedSession.of(call, sources.sessions());
    Timeline timeline =
        new Timeline(
            session,
            sources.timelines().of(session.owner(), session.id(), filter),
            sources.archivedMonths().of(session));
    return new Answer(text(timeline, order), TimelineShapes.TIMELINE.of(timeline));
  }

  private String text(Timeline timeline, Order order) {
    List<ActivityView> activities = timeline.page().activities();
    return Paging.text(
        sources
            .texts()
            .draw(
                new TimelineReport(sources.texts().zone())
                    .of(
                        timeline.session(),
                        order == Order.NEWEST ? activities : activities.reversed(),
                        timeline.archived())),
        NAME,
        timeline.page().next());
  }
}
