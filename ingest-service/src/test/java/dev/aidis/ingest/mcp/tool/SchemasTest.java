package dev.aidis.ingest.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.mcp.argument.BadArgumentException;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say what the code does. */
class SchemasTest {
  private static final String UUID = "01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3";

  private final JsonSchemaValidator validator = McpJsonDefaults.getSchemaValidator();
  private final ToolBench bench = new ToolBench();

  static Stream<Arguments> goodCalls() {
    return Stream.of(
        Arguments.of("session_start", Map.of()),
        Arguments.of("session_start", Map.of("project", "aidis", "tags", List.of("a", "b c"))),
        Arguments.of("session_end", Map.of("notes", "Fine")),
        Arguments.of("session_current", Map.of()),
        Arguments.of("session_pause", Map.of()),
        Arguments.of("session_resume", Map.of()),
        Arguments.of("session_get", Map.of("session", "48")),
        Arguments.of("session_timeline", Map.of("session", "current", "order", "oldest")),
        Arguments.of("session_context", Map.of("session", UUID)),
        Arguments.of("sessions_list", Map.of("status", "active", "since", "2026-01-31")),
        Arguments.of("sessions_stats", Map.of("period", "30d", "by", "tag", "project", "aidis")),
        Arguments.of("sessions_patterns", Map.of("period", "2026-01-01..2026-01-31")),
        Arguments.of("sessions_compare", Map.of("first", "#48", "second", "current")),
        Arguments.of("task_list", Map.of("status", "todo", "text", "token")),
        Arguments.of("decision_list", Map.of("limit", 5, "after", "1700000000000_7")),
        Arguments.of("context_search", Map.of("text", "log in", "tag", "auth")),
        Arguments.of("project_list", Map.of("limit", 200)),
        Arguments.of("session_goal", Map.of("goal", "Ship it")),
        Arguments.of("session_evaluate_goal", Map.of()),
        Arguments.of(
            "session_evaluate_goal",
            Map.of("session", "48", "verdict", "yes", "explanation", "Done.")),
        Arguments.of("project_create", Map.of("name", "shop", "description", "Sells things.")),
        Arguments.of("session_tag", Map.of("tags", List.of("bug-fix"))),
        Arguments.of("session_untag", Map.of("tags", List.of("bug-fix"))),
        Arguments.of("session_note", Map.of("note", "n")),
        Arguments.of("session_project", Map.of("project", "p")),
        Arguments.of("task_create", Map.of("title", "t", "status", "completed")),
        Arguments.of("task_update", Map.of("task_id", UUID, "status", "todo", "title", "t")),
        Arguments.of("context_add", Map.of("content", "About @a/b.c", "files", List.of("x.y"))),
        Arguments.of("decision_record", Map.of("title", "t", "alternatives", List.of("a"))),
        Arguments.of("file_track", Map.of("path", "a", "action", "modified", "lines_added", 1)));
  }

  static Stream<Arguments> badCalls() {
    List<String> manyTags = IntStream.range(0, 51).mapToObj(i -> "t" + i).toList();
    return Stream.of(
        Arguments.of("session_start", Map.of("gaol", "g"), "did you mean 'goal'?"),
        Arguments.of("session_start", Map.of("goal", ""), "goal must not be blank"),
        Arguments.of("session_start", Map.of("goal", "x".repeat(100_001)), "at most 100000"),
        Arguments.of("session_start", Map.of("project", 7), "project '7' must be a text"),
        Arguments.of("session_current", Map.of("verbose", true), "unknown argument 'verbose'"),
        Arguments.of("session_evaluate_goal", Map.of("verdict", "YES"), "yes, partial, no"),
        Arguments.of("project_create", Map.of(), "name is missing"),
        Arguments.of("session_tag", Map.of(), "tags is missing: Kinds of work"),
        Arguments.of("session_tag", Map.of("tags", "a,b"), "must be a list of texts"),
        Arguments.of("session_tag", Map.of("tags", List.of()), "has 0 elements; give 1 to 50"),
        Arguments.of("session_tag", Map.of("tags", List.of("a,b")), "must not contain commas"),
        Arguments.of("session_tag", Map.of("tags", List.of(1)), "must be a text"),
        Arguments.of("session_tag", Map.of("tags", manyTags), "has 51 elements"),
        Arguments.of("session_get", Map.of("session", "last"), "a number such as 47, a UUID or"),
        Arguments.of("session_timeline", Map.of("limit", 201), "whole number from 1 to 200"),
        Arguments.of("session_timeline", Map.of("order", "up"), "newest, oldest"),
        Arguments.of("sessions_list", Map.of("status", "done"), "active, paused, ended"),
        Arguments.of("sessions_stats", Map.of("periode", "day"), "did you mean 'period'?"),
        Arguments.of("sessions_compare", Map.of("first", "1"), "second is missing"),
        Arguments.of("context_search", Map.of(), "text is missing"),
        Arguments.of("task_create", Map.of("title", "t", "status", "done"), "todo, in_progress"),
        Arguments.of("task_update", Map.of("task_id", "7", "status", "todo"), "must be the UUID"),
        Arguments.of("task_update", Map.of("task_id", UUID), "status is missing"),
        Arguments.of(
            "file_track",
            Map.of("path", "a", "action", "modified", "lines_added", -1),
            "must be a whole number"),
        Arguments.of(
            "file_track",
            Map.of("path", "a", "action", "modified", "lines_added", 1.5),
            "must be a whole number"));
  }

  @Test
  void everySchemaIsASchema() {
    for (Tool tool : bench.all()) {
      Tool.Description description = tool.description();
      assertThat(validator.validateSchema(description.input()).valid()).isTrue();
      assertThat(validator.validateSchema(description.output()).valid()).isTrue();
    }
  }

  @Test
  void everyToolIsTriedHere() {
    assertThat(goodCalls().map(call -> call.get()[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(
            bench.all().stream().map(tool -> tool.description().name()).toList());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("goodCalls")
  void whatTheCodeTakesTheInputSchemaTakes(String tool, Map<String, Object> arguments) {
    ValidationResponse validation =
        validator.validate(bench.tool(tool).description().input(), arguments);
    assertThat(validation.valid()).as(validation.errorMessage()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("goodCalls")
  void whatIsAnsweredTheOutputSchemaTakes(String tool, Map<String, Object> arguments) {
    // When
    Tool.Answer answer = bench.call(tool, arguments);
    // Then
    ValidationResponse validation =
        validator.validate(bench.tool(tool).description().output(), answer.content());
    assertThat(validation.valid()).as(validation.errorMessage()).isTrue();
    assertThat(answer.text()).isNotBlank();
    assertThat(answer.content().toString()).doesNotContain("=null");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("goodCalls")
  void whatIsAnsweredWhileTheDatabaseIsBehindTheOutputSchemaTakes(
      String tool, Map<String, Object> arguments) {
    // Given
    bench.sessions.fallBehind();
    // When
    Tool.Answer answer = bench.call(tool, arguments);
    // Then
    ValidationResponse validation =
        validator.validate(bench.tool(tool).description().output(), answer.content());
    assertThat(validation.valid()).as(validation.errorMessage()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badCalls")
  void whatTheInputSchemaRefusesTheCodeRefusesWithASentence(
      String tool, Map<String, Object> arguments, String sentence) {
    assertThat(validator.validate(bench.tool(tool).description().input(), arguments).valid())
        .isFalse();
    assertThatThrownBy(() -> bench.call(tool, arguments))
        .isInstanceOf(BadArgumentException.class)
        .hasMessageContaining(sentence);
    assertThat(bench.publisher.published()).isEmpty();
  }

  @Test
  void nullCountsAsLeftOut() {
    // When
    bench.call("session_end", Collections.singletonMap("notes", null));
    // Then
    assertThat(bench.publisher.published()).hasSize(1);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(() -> bench.call("task_update", Map.of("task_id", "x", "state", "todo")))
        .hasMessageContaining("task_id 'x'")
        .hasMessageContaining("did you mean 'status'?")
        .hasMessageContaining("status is missing");
  }
}
