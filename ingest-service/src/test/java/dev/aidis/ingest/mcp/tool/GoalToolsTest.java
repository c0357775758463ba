package dev.aidis.ingest.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.offer.Answers;
import dev.aidis.ingest.mcp.offer.Asking;
import dev.aidis.ingest.mcp.offer.InputRequiredException;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for a goal, judging it, and making a project. */
class GoalToolsTest {
  private final ToolBench bench = new ToolBench();

  @Test
  void aGoalThatIsNotGivenIsAskedFor() {
    // Given
    bench.answering(form(Action.ACCEPT, Map.of("goal", " Ship it ")));
    // When
    bench.call("session_start", Map.of());
    // Then
    assertThat(bench.publisher.published())
        .singleElement()
        .returns("Ship it", Activity::body)
        .returns("Started the session: Ship it", Activity::description);
  }

  @Test
  void aGoalThatIsGivenIsNotAskedFor() {
    // Given
    bench.answering(
        questions -> {
          throw new AssertionError("asked for " + questions);
        });
    // When
    bench.call("session_start", Map.of("goal", "Log in"));
    // Then
    assertThat(bench.publisher.published()).singleElement().returns("Log in", Activity::body);
  }

  static Stream<Arguments> noGoals() {
    return Stream.of(
        Arguments.of(form(Action.DECLINE, Map.of())),
        Arguments.of(form(Action.CANCEL, Map.of("goal", "Ship it"))),
        Arguments.of(form(Action.ACCEPT, Map.of())),
        Arguments.of(form(Action.ACCEPT, Map.of("goal", " "))),
        Arguments.of(form(Action.ACCEPT, Map.of("goal", 7))),
        Arguments.of(Asking.NOBODY));
  }

  @ParameterizedTest
  @MethodSource("noGoals")
  void toDeclineToCancelOrNotToAnswerCostsNothing(Asking asking) {
    // Given
    bench.answering(asking);
    // When
    bench.call("session_start", Map.of());
    // Then
    assertThat(bench.publisher.published())
        .singleElement()
        .returns(null, Activity::body)
        .returns("session_started", Activity::type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"session_start", "session_evaluate_goal"})
  void whileTheAnswerIsOnItsWayNothingIsRecorded(String tool) {
    // Given
    bench.answering(
        questions -> {
          throw new InputRequiredException(questions.byKey(), null);
        });
    // When, Then
    assertThatThrownBy(() -> bench.call(tool, Map.of())).isInstanceOf(InputRequiredException.class);
    assertThat(bench.publisher.published()).isEmpty();
  }

  @Test
  void withoutAVerdictTheFactsAndTheQuestionAreTold() {
    // When
    Tool.Answer answer = bench.call("session_evaluate_goal", Map.of());
    // Then
    assertThat(answer.content())
        .containsEntry("goal", "Ship it")
        .containsKeys("facts", "question")
        .doesNotContainKeys("verdict", "effect");
    assertThat(answer.text())
        .contains("Session #48", "Ship it", "Tasks completed: 2 of 3", "+120/-30", "YES, PARTIAL");
    assertThat(bench.publisher.published()).isEmpty();
  }

  @Test
  void theFactsNameTheTasksThatWereCompletedAndTheDecisions() {
    // When
    Tool.Answer answer = bench.call("session_evaluate_goal", Map.of());
    // Then
    assertThat(answer.text())
        .contains("2 of 3 created (Parse; Print)\n", "Decisions made: 2 (Use JWT)\n");
    assertThat(answer.content())
        .extractingByKey("facts", org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("completed_tasks", List.of("Parse", "Print"))
        .containsEntry("decisions", List.of("Use JWT"));
  }

  @Test
  void aVerdictIsStored() {
    // When
    Tool.Answer answer =
        bench.call(
            "session_evaluate_goal", Map.of("verdict", "partial", "explanation", "Tests lack."));
    // Then
    assertThat(bench.publisher.published())
        .containsExactly(
            ToolBench.activity(1, ActivityType.GOAL_EVALUATED)
                .body("Tests lack.")
                .attributes(Map.of("toolUseId", "toolu_1", "verdict", "partial"))
                .description("Evaluated the goal: partial, Tests lack.")
                .build());
    assertThat(answer.content())
        .containsEntry("verdict", "partial")
        .containsEntry("judged_by", "assistant")
        .doesNotContainKey("question");
  }

  @Test
  void aVerdictOfASessionThatIsOverIsAsOfItsLastMoment() {
    // Given
    bench.sessions.has(FakeSessions.ended());
    // When
    bench.call(
        "session_evaluate_goal",
        Map.of("session", "48", "verdict", "yes", "explanation", "All done."));
    // Then
    assertThat(bench.publisher.published())
        .singleElement()
        .returns(FakeSessions.OPEN.lastActivityAt(), Activity::occurredAt)
        .returns("main", Activity::workspace);
  }

  @Test
  void theClientsModelIsAskedWhereItCanBe() {
    // Given
    bench.answering(model("PARTIAL - two of three tasks are done."));
    // When
    Tool.Answer answer = bench.call("session_evaluate_goal", Map.of());
    // Then
    assertThat(answer.content())
        .containsEntry("verdict", "partial")
        .containsEntry("explanation", "two of three tasks are done.")
        .containsEntry("judged_by", "client_model");
    assertThat(bench.publisher.published())
        .singleElement()
        .returns("goal_evaluated", Activity::type);
  }

  @Test
  void aModelThatAnswersSomethingElseStoresNothing() {
    // Given
    bench.answering(model("It depends."));
    // When
    Tool.Answer answer = bench.call("session_evaluate_goal", Map.of());
    // Then
    assertThat(answer.content()).containsKey("question").doesNotContainKey("verdict");
    assertThat(bench.publisher.published()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'YES: all tasks are done.', YES",
    "'**NO** - nothing works', NO",
    "'PARTIALLY. Half of it.', PARTIAL",
    "' PARTIAL\nTests lack.', PARTIAL"
  })
  void theVerdictStandsFirst(String text, Verdict verdict) {
    assertThat(Verdict.read(text).orElseThrow().verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YES", "NOT at all", "Yesterday", "The goal: YES it was"})
  void whatIsNoVerdictIsNotTakenForOne(String text) {
    assertThat(Verdict.read(text)).isEmpty();
  }

  @Test
  void aVerdictWithoutAnExplanationIsNoVerdict() {
    assertThatThrownBy(() -> bench.call("session_evaluate_goal", Map.of("verdict", "yes")))
        .isInstanceOf(BadArgumentException.class)
        .hasMessageContaining("go together");
  }

  @Test
  void anothersGoalIsNotEvaluated() {
    assertThatThrownBy(
            () ->
                bench.call(
                    ToolBench.BOB,
                    "session_evaluate_goal",
                    Map.of("session", "48", "verdict", "no", "explanation", "Ha.")))
        .isInstanceOf(NothingThereException.class);
    assertThat(bench.publisher.published()).isEmpty();
  }

  @Test
  void aProjectIsCreatedAndTheOneWorkedOnStays() {
    // When
    bench.call("project_create", Map.of("name", "shop", "description", "Sells things."));
    // Then
    assertThat(bench.publisher.published())
        .containsExactly(
            ToolBench.activity(1, ActivityType.PROJECT_CREATED)
                .title("shop")
                .body("Sells things.")
                .description("Created project: shop")
                .build());
  }

  private static Asking form(Action action, Map<String, Object> content) {
    return questions ->
        new Answers(Map.of("goal", ElicitResult.builder(action).content(content).build()), null);
  }

  private static Asking model(String text) {
    return questions ->
        new Answers(
            Map.of(
                "model",
                CreateMessageResult.builder(
                        Role.ASSISTANT, TextContent.builder(text).build(), "a-model")
                    .build()),
            null);
  }
}
