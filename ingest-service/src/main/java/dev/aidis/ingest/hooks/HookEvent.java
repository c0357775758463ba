package dev.aidis.ingest.hooks;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The events that mean something here; every other one, also of the future, is {@link #OTHER}. */
enum HookEvent {
  SESSION_START("SessionStart"),
  USER_PROMPT_SUBMIT("UserPromptSubmit"),
  PRE_TOOL_USE("PreToolUse"),
  POST_TOOL_USE("PostToolUse"),
  POST_TOOL_USE_FAILURE("PostToolUseFailure"),
  STOP("Stop"),
  SUBAGENT_STOP("SubagentStop"),
  SESSION_END("SessionEnd"),
  OTHER("other");

  private static final Map<String, HookEvent> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(HookEvent::wireName, Function.identity()));

  private final String wireName;

  HookEvent(String wireName) {
    this.wireName = wireName;
  }

  static HookEvent of(String wireName) {
    return BY_WIRE_NAME.getOrDefault(wireName, OTHER);
  }

  String wireName() {
    return wireName;
  }
}
