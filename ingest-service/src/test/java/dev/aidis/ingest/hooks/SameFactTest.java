package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.TrackerKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A fact counts once, however often and by whomever it is told. */
class SameFactTest {
  private static final String TOOL =
      """
      {"session_id": "s", "hook_event_name": "PostToolUse", "tool_name": "%s", "tool_use_id": "%s"}""";
  private static final String STOP = "{\"session_id\": \"s\", \"hook_event_name\": \"Stop\"}";

  private final HookBench bench = HookBench.create();

  @Test
  void anotherProcessGivesTheSameIdsADayLater() {
    for (String payload : HookBench.fixture("claude-code-hooks.jsonl")) {
      if (payload.contains("tool_use_id") || payload.contains("\"prompt\"")) {
        Told again =
            HookBench.create()
                .tell(payload, HookBench.CALLER, HookBench.NOW.plus(Duration.ofDays(1)));
        assertThat(ids(again)).isEqualTo(ids(bench.tell(payload)));
      }
    }
  }

  @Test
  void allFactsOfASessionHaveIdsOfTheirOwn() {
    Set<UUID> ids = new HashSet<>();
    for (String payload : HookBench.fixture("claude-code-hooks.jsonl")) {
      for (UUID id : ids(bench.tell(payload))) {
        assertThat(ids.add(id)).as(payload).isTrue();
      }
    }
  }

  @Test
  void theSameIdOfAToolUseInAnotherSessionOrOfAnotherOwnerIsAnotherFact() {
    // Given
    String payload = TOOL.formatted("Bash", "toolu_1");
    Caller grace = new Caller(new TrackerKey("grace", "main"), "laptop", null, null, null);
    // When / Then
    assertThat(
            List.of(
                ids(bench.tell(payload)),
                ids(bench.tell(payload.replace("\"s\"", "\"t\""))),
                ids(bench.tell(payload, grace, HookBench.NOW))))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatHasNoIdIsTheSameWithinAMinute() {
    List<UUID> first = ids(bench.tell(STOP));
    assertThat(ids(bench.tell(STOP, HookBench.CALLER, HookBench.NOW.plusSeconds(10))))
        .isEqualTo(first);
    assertThat(ids(bench.tell(STOP, HookBench.CALLER, HookBench.NOW.plusSeconds(60))))
        .isNotEqualTo(first);
  }

  @Test
  void theUseOfAnOwnToolIsToldByMcp() {
    // When
    Told told = bench.tell(TOOL.formatted("mcp__aidis__task_create", "toolu_1"));
    // Then
    assertThat(told).isEqualTo(Told.nothing(Outcome.TOLD_BY_MCP));
  }

  @Test
  void theUseOfAnOwnToolIsKnownByItsIdWhateverTheServersName() {
    // Given
    bench.toolUses.note(
        Activity.builder(UUID.randomUUID(), ActivityType.TASK_CREATED)
            .occurredAt(HookBench.NOW)
            .owner("ada")
            .machine("laptop")
            .attributes(Map.of("toolUseId", "toolu_1"))
            .build());
    // When / Then
    assertThat(bench.tell(TOOL.formatted("mcp__tracker__task_create", "toolu_1")).outcome())
        .isEqualTo(Outcome.TOLD_BY_MCP);
    assertThat(bench.tell(TOOL.formatted("mcp__tracker__task_create", "toolu_2")).outcome())
        .isEqualTo(Outcome.RECORDED);
  }

  private static List<UUID> ids(Told told) {
    return told.activities().stream().map(Activity::id).toList();
  }
}
