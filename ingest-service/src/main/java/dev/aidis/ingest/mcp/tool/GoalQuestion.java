package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.offer.Question;
import dev.aidis.ingest.mcp.offer.Questions;
import dev.aidis.schemas.ActivityLimits;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.Map;
import java.util.Optional;

/** Asks the user for the goal of the session that begins (section 6.1 of the plan). */
final class GoalQuestion {
  private static final String KEY = "goal";
  private static final String FIELD = "goal";

  private static final Questions QUESTION =
      Questions.of(
          KEY,
          new Question.Form(
              ElicitFormRequest.builder(
                      "What do you want to accomplish in this session? Leave it empty to start"
                          + " without a goal.",
                      Map.of(
                          "type",
                          "object",
                          "properties",
                          Map.of(
                              FIELD,
                              Map.of(
                                  "type",
                                  "string",
                                  "title",
                                  "Goal",
                                  "description",
                                  "What is to be reached at the end of the session."))))
                  .build()));

  private GoalQuestion() {}

  /**
   * What the user wants. Nothing where the client cannot ask, or the user declines, cancels, leaves
   * it empty or does not answer in time.
   */
  static Optional<String> ask(Call call) {
    return call.asking()
        .ask(QUESTION)
        .form(KEY)
        .filter(answer -> answer.action() == ElicitResult.Action.ACCEPT)
        .map(ElicitResult::content)
        .map(content -> content.get(FIELD))
        .filter(String.class::isInstance)
        .map(goal -> ((String) goal).strip())
        .filter(goal -> !goal.isEmpty())
        .map(
            goal ->
                goal.length() <= ActivityLimits.BODY
                    ? goal
                    : goal.substring(0, ActivityLimits.BODY));
  }
}
