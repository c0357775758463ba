package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.answer.PatternsShapes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.queries.patterns.Patterns;
import dev.aidis.queries.report.PatternsReport;
import dev.aidis.queries.stats.Period;
import java.util.stream.Stream;

/** {@code sessions_patterns}. */
final class SessionsPatternsTool implements Tool {
  private static final Period UNLESS = new Period.All();
  private static final Parameter<Period> PERIOD = ScopeArguments.period(UNLESS);

  private final Sources sources;

  SessionsPatternsTool(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Description description() {
    return new Description(
        "sessions_patterns",
        "Show patterns",
        """
        Tells when and at what the user is most productive, by weekday, hour, tag, model and so on: \
        only what is more than chance. Call it for questions such as 'when do I work best?'.""",
        Hints.READS,
        Stream.concat(Stream.<Parameter<?>>of(PERIOD), ScopeArguments.ALL.stream()).toList(),
        PatternsShapes.PATTERNS.schema());
  }

  @Override
  public Answer call(Call call) {
    Patterns found =
        sources
            .patterns()
            .of(
                ScopeArguments.of(call),
                call.arguments().getOr(PERIOD, UNLESS),
                sources.texts().zone(),
                call.at());
    return new Answer(
        sources.texts().draw(PatternsReport.of(found)), PatternsShapes.PATTERNS.of(found));
  }
}
