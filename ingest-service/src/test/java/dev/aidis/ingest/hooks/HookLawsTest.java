package dev.aidis.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever comes, the assistant gets an answer that does it no harm. */
class HookLawsTest {
  private static final int REQUESTS = 2_000;
  private static final Set<Integer> HARMLESS = Set.of(204, 400);
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\"   \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"../../..\"",
          "\"/\"",
          "\"C:\\\\\"",
          "\"~\"",
          "\"@/\"",
          "\"@a.b @\\\"c.d @@ @..\"",
          "[]",
          "{}",
          "[[[]]]",
          "[{\"lines\": [1, \"+\", null, {}]}]",
          "{\"structuredPatch\": [{\"lines\": \"+\"}], \"filePath\": \"/x/y\"}",
          "{\"type\": \"create\", \"content\": 7, \"filePath\": \"/x/y\"}",
          "{\"filePath\": {}, \"structuredPatch\": {}}");

  @Test
  void damagedPayloadsAreTakenOrRefused() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> payloads = new ArrayList<>(HookBench.fixture("claude-code-hooks.jsonl"));
    payloads.add(
        """
        {"session_id": "s", "cwd": "/x", "hook_event_name": "PostToolUse", "tool_name": "Edit",
         "tool_use_id": "t", "tool_input": {"file_path": "/x/y"},
         "tool_response": {"filePath": "/x/y", "structuredPatch": [{"lines": ["+a"]}]}}""");
    try (RunningTracker tracker = RunningTracker.start()) {
      for (int i = 0; i < REQUESTS; i++) {
        String damaged = damaged(payloads.get(random.nextInt(payloads.size())), random);
        HttpResponse<String> response = tracker.post("/hooks/claude-code", damaged);
        assertThat(HARMLESS)
            .as("seed %d, request %d: %s%n%s", seed, i, damaged, response.body())
            .contains(response.statusCode());
      }
    }
  }

  private static String damaged(String payload, Random random) {
    if (random.nextInt(10) == 0) {
      return payload.substring(0, random.nextInt(payload.length() + 1));
    }
    ObjectNode object = (ObjectNode) HookBench.json(payload);
    for (int damages = random.nextInt(4); damages >= 0; damages--) {
      damage(object, random);
    }
    return object.toString();
  }

  private static void damage(ObjectNode object, Random random) {
    List<String> names = List.copyOf(object.propertyNames());
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.put(name, "long".repeat(random.nextInt(40_000)));
      case 2 -> {
        JsonNode inner = object.get(name);
        if (inner instanceof ObjectNode fields) {
          damage(fields, random);
        }
      }
      default -> object.set(name, HookBench.json(VALUES.get(random.nextInt(VALUES.size()))));
    }
  }
}
