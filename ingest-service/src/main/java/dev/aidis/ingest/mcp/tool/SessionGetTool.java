package dev.aidis.ingest.mcp.tool;

import dev.aidis.dashboard.AppPage;
import dev.aidis.ingest.mcp.answer.DetailShapes;
import dev.aidis.ingest.session.SessionDetail;
import java.util.List;

/** {@code session_get}. */
final class SessionGetTool implements Tool {
  private final Sources sources;

  SessionGetTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        "session_get",
        "Show a session",
        """
        Tells one session in full: goal, notes, progress, score, indicators, files and latest \
        activities, with a report that you can show to the user as it is. Call it when the user \
        asks about a session that sessions_list showed.""",
        Hints.READS,
        List.of(NamedSession.OPTIONAL),
        DetailShapes.DETAIL.schema());
  }

  @Override
  public AppPage view() {
    return AppPage.SESSION;
  }

  @Override
  public Answer call(Call call) {
    SessionDetail detail = sources.details().of(NamedSession.of(call, sources.sessions()));
    return new Answer(sources.texts().report(detail), DetailShapes.DETAIL.of(detail));
  }
}
