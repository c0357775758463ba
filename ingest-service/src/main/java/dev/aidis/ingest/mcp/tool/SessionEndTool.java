package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.SessionEffects.Effect;
import dev.aidis.ingest.session.SessionTexts;
import dev.aidis.ingest.session.Visibility.Reach;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** {@code session_end}. */
final class SessionEndTool implements Tool {
  private static final Parameter<String> NOTES =
      optional(
          "notes",
          ArgumentTypes.text(ActivityLimits.BODY),
          "How it went and what is left open, for the session's report.");

  private final SessionEffects effects;
  private final SessionDetails details;
  private final SessionTexts texts;

  SessionEndTool(SessionEffects effects, SessionDetails details, SessionTexts texts) {
    this.effects = effects;
    this.details = details;
    this.texts = texts;
  }

  @Override
  public Description description() {
    return new Description(
        "session_end",
        "End the session",
        """
        Ends the current session and answers with its summary: duration, counts, score and the \
        report, which you can show to the user as it is. Call it when the user says that they are \
        done. A session also ends by itself after two hours without activity, unless the tracker \
        is set otherwise.""",
        Hints.ADDS,
        List.of(NOTES),
        SessionAnswer.schema()
            .optional("report", Schema.string("The report as text, drawn with a frame."))
            .build());
  }

  @Override
  public Answer call(Call call) {
    Effect effect =
        effects.of(
            call.activity(ActivityType.SESSION_ENDED)
                .body(call.arguments().find(NOTES))
                .description("Ended the session")
                .build());
    Map<String, Object> content = SessionAnswer.content(effect);
    if (effect.reach() == Reach.VISIBLE && effect.session().isEmpty()) {
      return new Answer("No session was open, so there was nothing to end.", content);
    }
    Optional<String> report = effect.session().flatMap(this::report);
    report.ifPresent(text -> content.put("report", text));
    return new Answer(effect.text(report.orElse("Ended the session.")), content);
  }

  /** The session has ended already, so an answer without a report is better than an error. */
  private Optional<String> report(SessionView session) {
    try {
      return Optional.of(texts.report(details.of(session)));
    } catch (DataAccessException e) {
      return Optional.empty();
    }
  }
}
