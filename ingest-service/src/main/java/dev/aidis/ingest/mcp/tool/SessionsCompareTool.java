package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.mcp.answer.ComparisonShapes;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionRef;
import dev.aidis.queries.SessionView;
import dev.aidis.queries.comparison.Comparison;
import dev.aidis.queries.comparison.Side;
import dev.aidis.queries.report.ComparisonReport;
import java.util.List;

/** {@code sessions_compare}. */
final class SessionsCompareTool implements Tool {
  private static final Parameter<String> FIRST =
      required("first", ArgumentTypes.session(), "Number such as 47, UUID, or current.");
  private static final Parameter<String> SECOND =
      required("second", ArgumentTypes.session(), "Number such as 48, UUID, or current.");

  private final Sources sources;

  SessionsCompareTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        "sessions_compare",
        "Compare two sessions",
        """
        Puts two sessions side by side and says what makes the difference: score, tasks, time, \
        lines, files and tags. Call it for questions such as 'why was yesterday better?'; \
        sessions_list finds their numbers.""",
        Hints.READS,
        List.of(FIRST, SECOND),
        ComparisonShapes.COMPARISON.schema());
  }

  @Override
  public Answer call(Call call) {
    Comparison comparison = sources.comparisons().of(side(call, FIRST), side(call, SECOND));
    return new Answer(
        sources.texts().draw(new ComparisonReport(sources.texts().zone()).of(comparison)),
        ComparisonShapes.COMPARISON.of(comparison));
  }

  private Side side(Call call, Parameter<String> parameter) {
    String name = call.arguments().get(parameter);
    SessionView session = NamedSession.of(call, name, sources.sessions());
    return new Side(
        session, SessionRef.parse(name, call.trackerKey()).names(session) ? null : name);
  }
}
