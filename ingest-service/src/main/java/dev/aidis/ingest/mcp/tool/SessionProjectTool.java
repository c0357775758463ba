package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import java.util.List;

/** {@code session_project}. */
final class SessionProjectTool implements Tool {
  private static final Parameter<String> PROJECT =
      required(
          "project",
          ArgumentTypes.text(ActivityLimits.SHORT),
          "The project's name; a new one is made if there is none of that name.");

  private final SessionEffects effects;

  SessionProjectTool(SessionEffects effects) {
    this.effects = effects;
  }

  @Override
  public Description description() {
    return new Description(
        "session_project",
        "Switch the project",
        """
        Switches the current session to another project; what is recorded from then on belongs to \
        it. Call it when the user turns to another project without starting a new session.""",
        Hints.SETS,
        List.of(PROJECT),
        SessionAnswer.SCHEMA);
  }

  @Override
  public Answer call(Call call) {
    String project = call.arguments().get(PROJECT);
    return SessionAnswer.of(
        effects.of(
            call.activity(ActivityType.PROJECT_SWITCHED)
                .project(project)
                .description(TimelineText.of("Switched to project", project))
                .build()),
        "Switched the project of");
  }
}
