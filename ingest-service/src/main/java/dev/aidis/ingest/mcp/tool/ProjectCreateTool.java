package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;
import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import java.util.List;
import java.util.Map;

/**
 * {@code project_create}. The new project's name is the activity's title, its description the body;
 * what the activity calls its project is the one that was worked on, which stays.
 */
final class ProjectCreateTool implements Tool {
  private static final Parameter<String> NAME =
      required(
          "name", ArgumentTypes.text(ActivityLimits.SHORT), "The project's name, such as 'shop'.");
  private static final Parameter<String> DESCRIPTION =
      optional(
          "description",
          ArgumentTypes.text(ActivityLimits.BODY),
          "What it is about, in a sentence or two.");

  private final ActivityRecorder recorder;

  ProjectCreateTool(ActivityRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Description description() {
    return new Description(
        "project_create",
        "Create a project",
        """
        Creates a project, with a description that stays in the timeline. Call it when the user \
        wants a new one before working on it; it does not switch to it: session_project and \
        session_start do, and make a project that is not there by themselves.""",
        Hints.SETS,
        List.of(NAME, DESCRIPTION),
        Schema.object().required("project", Schema.string("Its name.")).build());
  }

  @Override
  public Answer call(Call call) {
    String name = call.arguments().get(NAME);
    recorder.record(
        List.of(
            call.activity(ActivityType.PROJECT_CREATED)
                .title(name)
                .body(call.arguments().find(DESCRIPTION))
                .description(TimelineText.of("Created project", name))
                .build()));
    return new Answer(
        "Created project %s. session_project switches to it.".formatted(name),
        Map.of("project", name));
  }
}
