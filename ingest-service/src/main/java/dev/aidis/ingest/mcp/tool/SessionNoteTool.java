package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import java.util.List;

/** {@code session_note}. */
final class SessionNoteTool implements Tool {
  private static final Parameter<String> NOTE =
      required("note", ArgumentTypes.text(ActivityLimits.BODY), "The note.");

  private final SessionEffects effects;

  SessionNoteTool(SessionEffects effects) {
    this.effects = effects;
  }

  @Override
  public Description description() {
    return new Description(
        "session_note",
        "Add a note",
        """
        Adds a note to the current session, below the ones it has. Call it for what belongs in the \
        session's report: what went well, what is left open. Facts about the code go to \
        context_add.""",
        Hints.ADDS,
        List.of(NOTE),
        SessionAnswer.SCHEMA);
  }

  @Override
  public Answer call(Call call) {
    String note = call.arguments().get(NOTE);
    return SessionAnswer.of(
        effects.of(
            call.activity(ActivityType.NOTE_ADDED)
                .body(note)
                .description(TimelineText.of("Noted", note))
                .build()),
        "Added a note to");
  }
}
