package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Activity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Claude Code sent, as it was captured, and what becomes of each line. */
class FixturesTest {
  private static final String SESSION = "5809e172-e13e-4c6d-9c1a-ea0e38140ae5";

  private final HookBench bench = HookBench.create();

  @Test
  void everyPayloadOfCommandHooksBecomesItsActivities() {
    assertThat(table(HookBench.fixture("claude-code-hooks.jsonl")))
        .isEqualTo(
            """
            SessionStart       | client_connected by AI: Connected: claude-code {source=startup}
            UserPromptSubmit   | prompt_submitted by a person: Prompt
            PreToolUse         | nothing: TOLD_LATER
            PostToolUse        | tool_used by AI: Used Bash {durationMs=29, tool=Bash, toolUseId=toolu_1}
            PreToolUse         | nothing: TOLD_LATER
            PostToolUse        | tool_used by AI: Used mcp__ingest__start_session {durationMs=10, \
            tool=mcp__ingest__start_session, toolUseId=toolu_2}
            PreToolUse         | nothing: TOLD_LATER
            PostToolUseFailure | tool_used by AI: Tried Bash {durationMs=12, failed=true, tool=Bash, \
            toolUseId=toolu_3}
            Stop               | heartbeat by AI: Answered {event=Stop}
            SessionEnd         | heartbeat by AI: Left claude-code {event=SessionEnd}
            """);
  }

  @Test
  void everyPayloadOfHttpHooksBecomesItsActivities() {
    List<String> payloads =
        HookBench.fixture("claude-code-http-hooks.jsonl").stream()
            .map(line -> HookBench.json(line).path("body").toString())
            .toList();
    assertThat(table(payloads))
        .isEqualTo(
            """
            UserPromptSubmit   | prompt_submitted by a person: Prompt
            PostToolUse        | tool_used by AI: Used Bash {durationMs=29, tool=Bash, toolUseId=toolu_1}
            PostToolUse        | tool_used by AI: Used mcp__ingest__start_session {durationMs=10, \
            tool=mcp__ingest__start_session, toolUseId=toolu_2}
            Stop               | heartbeat by AI: Answered {event=Stop}
            SessionEnd         | heartbeat by AI: Left claude-code {event=SessionEnd}
            """);
  }

  @Test
  void eachTellsWhoseItIsAndWhere() {
    for (String payload : HookBench.fixture("claude-code-hooks.jsonl")) {
      for (Activity activity : bench.tell(payload).activities()) {
        assertThat(activity)
            .returns("ada", Activity::owner)
            .returns("main", Activity::workspace)
            .returns("laptop", Activity::machine)
            .returns("claude-code", Activity::client)
            .returns(SESSION, Activity::clientSession)
            .returns("demo", Activity::project)
            .returns("/home/dev/demo", Activity::repo)
            .returns(HookBench.NOW, Activity::occurredAt);
      }
    }
  }

  @Test
  void nothingIsKeptOfWhatWasWritten() {
    for (String payload : HookBench.fixture("claude-code-hooks.jsonl")) {
      assertThat(bench.tell(payload).activities().toString())
          .doesNotContain("do the steps", "hello-from-bash", "say hello", "All done.", "Exit code");
    }
  }

  private String table(List<String> payloads) {
    return payloads.stream().map(this::row).collect(Collectors.joining());
  }

  private String row(String payload) {
    Told told = bench.tell(payload);
    String event = HookBench.json(payload).path("hook_event_name").asString("");
    String facts =
        told.activities().isEmpty()
            ? "nothing: " + told.outcome()
            : told.activities().stream().map(FixturesTest::text).collect(Collectors.joining("; "));
    return "%-18s | %s%n".formatted(event, facts).replace(System.lineSeparator(), "\n");
  }

  private static String text(Activity activity) {
    Map<String, String> attributes = new TreeMap<>(activity.attributes());
    return "%s by %s: %s%s"
        .formatted(
            activity.type(),
            activity.aiInvolved() ? "AI" : "a person",
            activity.description(),
            attributes.isEmpty() ? "" : " " + attributes);
  }
}
