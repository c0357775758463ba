package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.optional;
import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.activity.ActivityRecorder;
import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.fact.FileMentions;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code file_track}. */
final class FileTrackTool implements Tool {
  private static final Parameter<String> PATH =
      required(
          "path",
          ArgumentTypes.text(ActivityLimits.TEXT),
          "The file's path, relative to the repository, such as 'src/auth/login.ts'.");
  private static final Parameter<Action> ACTION =
      required(
          "action",
          ArgumentTypes.oneOf(Action.class, Action::wireName),
          "modified if its content was changed, mentioned if it was only read or talked about.");
  private static final Parameter<Integer> LINES_ADDED =
      optional("lines_added", ArgumentTypes.lines(), "Lines added by this modification.");
  private static final Parameter<Integer> LINES_REMOVED =
      optional("lines_removed", ArgumentTypes.lines(), "Lines removed by this modification.");

  private final ActivityRecorder recorder;

  FileTrackTool(ActivityRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Description description() {
    return new Description(
        "file_track",
        "Track a file",
        """
        Records that a file was modified or mentioned in this session. Call it once after each \
        change to a file, with the lines of that change if you know them; not if a hook of your \
        client already reports your edits.""",
        Hints.ADDS,
        List.of(PATH, ACTION, LINES_ADDED, LINES_REMOVED),
        Schema.object()
            .required("path", Schema.string("The file."))
            .required("action", Schema.string("modified or mentioned."))
            .build());
  }

  @Override
  public Answer call(Call call) {
    String path = FileMentions.normalized(call.arguments().get(PATH));
    Action action = call.arguments().get(ACTION);
    Integer added = call.arguments().find(LINES_ADDED);
    Integer removed = call.arguments().find(LINES_REMOVED);
    if (action == Action.MENTIONED && (added != null || removed != null)) {
      throw new BadArgumentException(
          "a mentioned file has no lines_added or lines_removed; say action modified or leave them"
              + " out");
    }
    recorder.record(
        List.of(
            call.activity(action.type)
                .filePath(path)
                .linesAdded(added)
                .linesRemoved(removed)
                .description(TimelineText.of(action.deed, path))
                .build()));
    return new Answer(
        "Recorded %s as %s.".formatted(path, action.wireName()),
        Map.of("path", path, "action", action.wireName()));
  }

  private enum Action {
    MODIFIED(ActivityType.FILE_MODIFIED, "Modified"),
    MENTIONED(ActivityType.FILE_MENTIONED, "Mentioned");

    private final ActivityType type;
    private final String deed;

    Action(ActivityType type, String deed) {
      this.type = type;
      this.deed = deed;
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
