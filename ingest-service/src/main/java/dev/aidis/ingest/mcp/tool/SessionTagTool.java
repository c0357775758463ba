package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityType;
import java.util.List;

/** {@code session_tag}. */
final class SessionTagTool implements Tool {
  private static final Parameter<List<String>> TAGS =
      required(
          "tags",
          ArgumentTypes.someTags(),
          "Kinds of work, such as 'bug-fix', 'refactor', 'feature', 'learning'.");

  private final SessionEffects effects;

  SessionTagTool(SessionEffects effects) {
    this.effects = effects;
  }

  @Override
  public Description description() {
    return new Description(
        "session_tag",
        "Tag the session",
        """
        Adds tags to the current session, so that sessions of one kind can be compared later. Call \
        it when you see what kind of work the session is.""",
        Hints.SETS,
        List.of(TAGS),
        SessionAnswer.SCHEMA);
  }

  @Override
  public Answer call(Call call) {
    List<String> tags = call.arguments().get(TAGS);
    return SessionAnswer.of(
        effects.of(
            call.activity(ActivityType.TAGS_ADDED)
                .tags(tags)
                .description(TimelineText.of("Tagged", String.join(", ", tags)))
                .build()),
        "Added tags to");
  }
}
