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
import java.util.UUID;

/** {@code decision_record}. */
final class DecisionRecordTool implements Tool {
  private static final int MAX_ALTERNATIVES = 20;

  private static final Parameter<String> TITLE =
      required(
          "title",
          ArgumentTypes.text(ActivityLimits.TEXT),
          "What was decided, in one line, such as 'Use JWT for authentication'.");
  private static final Parameter<String> RATIONALE =
      optional("rationale", ArgumentTypes.text(ActivityLimits.BODY), "Why it was decided so.");
  private static final Parameter<List<String>> ALTERNATIVES =
      optional(
          "alternatives",
          ArgumentTypes.texts(MAX_ALTERNATIVES, ActivityLimits.TEXT / MAX_ALTERNATIVES - 1),
          "What else was considered, one line each.");
  private static final Parameter<List<String>> TAGS =
      optional("tags", ArgumentTypes.tags(), "Labels of the decision, such as 'architecture'.");

  private final ActivityRecorder recorder;

  DecisionRecordTool(ActivityRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Description description() {
    return new Description(
        "decision_record",
        "Record a decision",
        """
        Records a decision with its reason. Call it when you and the user choose between ways to \
        go that someone may ask about later: a library, a data model, a trade-off.""",
        Hints.ADDS,
        List.of(TITLE, RATIONALE, ALTERNATIVES, TAGS),
        Schema.object().required("decision_id", Schema.uuid("Names the decision.")).build());
  }

  @Override
  public Answer call(Call call) {
    UUID decisionId = call.newId();
    String title = call.arguments().get(TITLE);
    List<String> alternatives = call.arguments().list(ALTERNATIVES);
    recorder.record(
        List.of(
            call.activity(ActivityType.DECISION_MADE)
                .decisionId(decisionId)
                .title(title)
                .body(call.arguments().find(RATIONALE))
                .tags(call.arguments().list(TAGS))
                .attributes(
                    alternatives.isEmpty()
                        ? call.attributes()
                        : call.attributesWith("alternatives", String.join("\n", alternatives)))
                .description(TimelineText.of("Decided", title))
                .build()));
    return new Answer(
        "Recorded the decision '%s' (decision_id %s).".formatted(title, decisionId),
        Map.of("decision_id", decisionId.toString()));
  }
}
