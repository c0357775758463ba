package dev.aidis.ingest.mcp.tool;

import static dev.aidis.ingest.mcp.argument.Parameter.required;

import dev.aidis.ingest.mcp.argument.ArgumentTypes;
import dev.aidis.ingest.mcp.argument.Parameter;
import dev.aidis.ingest.session.SessionEffects;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.ActivityType;
import java.util.List;

/** {@code session_tag} and {@code session_untag}. */
final class SessionTagTool implements Tool {
  private final SessionEffects effects;
  private final Description description;
  private final Parameter<List<String>> tags;
  private final ActivityType type;
  private final String deed;

  private SessionTagTool(
      SessionEffects effects,
      Description description,
      Parameter<List<String>> tags,
      ActivityType type,
      String deed) {
    this.effects = effects;
    this.description = description;
    this.tags = tags;
    this.type = type;
    this.deed = deed;
  }

  static SessionTagTool tag(SessionEffects effects) {
    Parameter<List<String>> tags =
        tags("Kinds of work, such as 'bug-fix', 'refactor', 'feature', 'learning'.");
    return new SessionTagTool(
        effects,
        new Description(
            "session_tag",
            "Tag the session",
            """
            Adds tags to the current session, so that sessions of one kind can be compared later. \
            Call it when you see what kind of work the session is.""",
            Hints.SETS,
            List.of(tags),
            SessionAnswer.SCHEMA),
        tags,
        ActivityType.TAGS_ADDED,
        "Tagged");
  }

  static SessionTagTool untag(SessionEffects effects) {
    Parameter<List<String>> tags = tags("Those to remove, as they were added.");
    return new SessionTagTool(
        effects,
        new Description(
            "session_untag",
            "Remove tags",
            """
            Removes tags from the current session. Call it when a tag turned out to be wrong.""",
            Hints.SETS,
            List.of(tags),
            SessionAnswer.SCHEMA),
        tags,
        ActivityType.TAGS_REMOVED,
        "Removed tags");
  }

  private static Parameter<List<String>> tags(String description) {
    return required("tags", ArgumentTypes.someTags(), description);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public Answer call(Call call) {
    List<String> told = call.arguments().get(tags);
    return SessionAnswer.of(
        effects.of(
            call.activity(type)
                .tags(told)
                .description(TimelineText.of(deed, String.join(", ", told)))
                .build()),
        type == ActivityType.TAGS_ADDED ? "Added tags to" : "Removed tags from");
  }
}
