package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import java.util.List;

/** {@code session_goal}. */
final class SessionGoalTool implements Tool {
  private static final Parameter<String> GOAL =
      required(
          "goal",
          ArgumentTypes.text(ActivityLimits.BODY),
          "What the user wants to have reached at the end of the session, in their words.");

  private final SessionEffects effects;

  SessionGoalTool(SessionEffects effects) {
    this.effects = effects;
  }

  @Override
  public Description description() {
    return new Description(
        "session_goal",
        "Set the session's goal",
        """
        Sets or replaces the goal of the current session. Call it as soon as the user says what \
        they want to reach, and again when that changes.""",
        Hints.SETS,
        List.of(GOAL),
        SessionAnswer.SCHEMA);
  }

  @Override
  public Answer call(Call call) {
    String goal = call.arguments().get(GOAL);
    return SessionAnswer.of(
        effects.of(
            call.activity(ActivityType.GOAL_SET)
                .body(goal)
                .description(TimelineText.of("Set the goal", goal))
                .build()),
        "Set the goal of");
  }
}
