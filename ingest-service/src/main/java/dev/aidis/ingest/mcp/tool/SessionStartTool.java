package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;

import dev.aidis.ingest.mcp.argument.ArgumentType;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.SessionEffects.Effect;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.queries.SessionView;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.fact.RepoName;
import java.util.List;
import java.util.Optional;

/** {@code session_start}. */
final class SessionStartTool implements Tool {
  private static final ArgumentType<String> NAME = ArgumentTypes.text(ActivityLimits.SHORT);
  private static final Parameter<String> PROJECT =
      optional(
          "project",
          NAME,
          "The project's name; if left out it is the repository's, or the one worked on last.");
  private static final Parameter<String> GOAL =
      optional(
          "goal",
          ArgumentTypes.text(ActivityLimits.BODY),
          "What the user wants to have reached at the end of the session, in their words.");
  private static final Parameter<List<String>> TAGS =
      optional(
          "tags",
          ArgumentTypes.tags(),
          "Kinds of work, such as 'bug-fix', 'refactor', 'learning'.");
  private static final Parameter<String> AI_MODEL =
      optional("ai_model", NAME, "The model you are, such as 'claude-sonnet-4.5'.");
  private static final Parameter<String> AI_PROVIDER =
      optional("ai_provider", NAME, "Who runs the model, such as 'anthropic'.");
  private static final Parameter<String> REPO =
      optional(
          "repo",
          ArgumentTypes.text(ActivityLimits.TEXT),
          "The repository worked in: its URL or path.");
  private static final Parameter<String> CWD =
      optional(
          "cwd",
          ArgumentTypes.text(ActivityLimits.TEXT),
          "The directory worked in, if you don't know the repository.");

  private final SessionEffects effects;

  SessionStartTool(SessionEffects effects) {
    this.effects = effects;
  }

  @Override
  public Description description() {
    return new Description(
        "session_start",
        "Start a session",
        """
        Starts a work session, ending the open one if there is one. Call it when you and the user \
        begin on something new, with the goal if you know it; if not, the user is asked for it where \
        the client can, and may leave it open. It is not needed to record work: any recording \
        begins a session by itself.""",
        Hints.ADDS,
        List.of(PROJECT, GOAL, TAGS, AI_MODEL, AI_PROVIDER, REPO, CWD),
        SessionAnswer.SCHEMA);
  }

  @Override
  public Answer call(Call call) {
    Arguments arguments = call.arguments();
    Optional<String> goal = arguments.optional(GOAL).or(() -> GoalQuestion.ask(call));
    Optional<String> repo = arguments.optional(REPO).or(() -> arguments.optional(CWD));
    Optional<String> project = arguments.optional(PROJECT).or(() -> repo.flatMap(RepoName::of));
    Activity started =
        call.activity(ActivityType.SESSION_STARTED)
            .project(project.orElse(call.project()))
            .repo(repo.orElse(call.caller().repo()))
            .body(goal.orElse(null))
            .tags(arguments.list(TAGS))
            .aiModel(arguments.find(AI_MODEL))
            .aiProvider(arguments.find(AI_PROVIDER))
            .description(
                goal.map(told -> TimelineText.of("Started the session", told))
                    .orElse("Started the session"))
            .build();
    Effect effect = effects.of(started);
    return new Answer(
        effect.text(effect.session().map(SessionStartTool::text).orElse("Started the session.")),
        SessionAnswer.content(effect));
  }

  private static String text(SessionView session) {
    String project = session.project() == null ? "" : " for project " + session.project();
    String goal = session.goal() == null ? "" : ". Goal: " + session.goal();
    return "Started session #" + session.number() + project + goal + ".";
  }
}
