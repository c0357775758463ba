package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;
import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Arguments;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.fact.FileMentions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code context_add}. */
final class ContextAddTool implements Tool {
  private static final int MAX_FILES = 200;

  private static final Parameter<String> CONTENT =
      required(
          "content",
          ArgumentTypes.text(ActivityLimits.BODY),
          "What is worth keeping. Files written as @path/to/file in it count as mentioned.");
  private static final Parameter<String> TITLE =
      optional("title", ArgumentTypes.text(ActivityLimits.TEXT), "What it is about, in one line.");
  private static final Parameter<String> TYPE =
      optional(
          "type",
          ArgumentTypes.text(ActivityLimits.SHORT),
          "What kind of context it is, such as 'code', 'error', 'planning' or 'discussion'.");
  private static final Parameter<List<String>> FILES =
      optional(
          "files",
          ArgumentTypes.texts(MAX_FILES, ActivityLimits.TEXT),
          "Paths of files it is about that the content does not mention with an @.");
  private static final Parameter<List<String>> TAGS =
      optional("tags", ArgumentTypes.tags(), "Labels of the item, such as 'auth'.");

  private final ActivityRecorder recorder;

  ContextAddTool(ActivityRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Description description() {
    return new Description(
        "context_add",
        "Add context",
        """
        Keeps something learned in this session: how a part of the code works, what an error \
        meant, what the user told. Call it when you find out what someone coming back later would \
        want to know, and write @path/to/file for the files it is about.""",
        Hints.ADDS,
        List.of(CONTENT, TITLE, TYPE, FILES, TAGS),
        Schema.object()
            .required("context_id", Schema.uuid("Names the item."))
            .required(
                "files", Schema.array(Map.of("type", "string"), "The files recorded as mentioned."))
            .build());
  }

  @Override
  public Answer call(Call call) {
    UUID contextId = call.newId();
    List<String> files = files(call.arguments());
    List<Activity> activities = new ArrayList<>();
    activities.add(added(call, contextId, files.size()));
    files.forEach(path -> activities.add(mentioned(call, contextId, path)));
    recorder.record(activities);
    return new Answer(
        "Kept the context item (context_id %s) with %d mentioned files."
            .formatted(contextId, files.size()),
        Map.of("context_id", contextId.toString(), "files", files));
  }

  private static List<String> files(Arguments arguments) {
    Set<String> files = new LinkedHashSet<>(FileMentions.in(arguments.get(CONTENT)));
    arguments.list(FILES).stream().map(FileMentions::normalized).forEach(files::add);
    if (files.size() > MAX_FILES) {
      throw new BadArgumentException(
          "%d files are mentioned; split the content so that each call mentions at most %d"
              .formatted(files.size(), MAX_FILES));
    }
    return List.copyOf(files);
  }

  private static Activity added(Call call, UUID contextId, int files) {
    String title = call.arguments().find(TITLE);
    return call.activity(ActivityType.CONTEXT_ADDED)
        .contextId(contextId)
        .title(title)
        .body(call.arguments().get(CONTENT))
        .tags(call.arguments().list(TAGS))
        .attributes(
            call.arguments()
                .optional(TYPE)
                .map(type -> call.attributesWith("type", type))
                .orElse(call.attributes()))
        .description(
            title == null
                ? "Added context with %d file mentions".formatted(files)
                : TimelineText.of("Added context", title))
        .build();
  }

  private static Activity mentioned(Call call, UUID contextId, String path) {
    return call.activity(ActivityType.FILE_MENTIONED)
        .contextId(contextId)
        .filePath(path)
        .description(TimelineText.of("Mentioned", path))
        .build();
  }
}
