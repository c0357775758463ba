package dev.aidis.cli.setup;

import dev.aidis.cli.CliException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hooks that tell a tracker what Claude Code does, as its settings write them.
 *
 * @param tracker its address, such as {@code http://127.0.0.1:7717}
 * @param machine this one, if the tracker runs on another
 * @param command that takes what hooks tell, if they are to be commands
 */
record ClaudeHooks(String tracker, @Nullable String machine, @Nullable String command) {
  private static final String PATH = "/hooks/claude-code";
  static final String HOOKS = "hooks";
  private static final int PATIENCE_SECONDS = 2;

  /** With a matcher for those that are about tools: all of them. */
  private static final Map<String, Boolean> EVENTS = events();

  private static Map<String, Boolean> events() {
    Map<String, Boolean> aboutTools = new LinkedHashMap<>();
    aboutTools.put("SessionStart", false);
    aboutTools.put("UserPromptSubmit", false);
    aboutTools.put("PostToolUse", true);
    aboutTools.put("PostToolUseFailure", true);
    aboutTools.put("Stop", false);
    aboutTools.put("SubagentStop", false);
    aboutTools.put("SessionEnd", false);
    return aboutTools;
  }

  /**
   * The hooks of the settings with these, and without those that an earlier setup put there;
   * everything else stays.
   *
   * @param before absent if there are none
   * @throws CliException if they are not what Claude Code reads
   */
  Map<String, @Nullable Object> in(@Nullable Object before) {
    Map<String, @Nullable Object> hooks = new LinkedHashMap<>();
    object(before == null ? Map.of() : before, HOOKS)
        .forEach(
            (event, groups) -> {
              List<@Nullable Object> others = withoutOurs(groups);
              if (!others.isEmpty() || EVENTS.containsKey(event) || isEmptyList(groups)) {
                hooks.put(event, others);
              }
            });
    EVENTS.forEach(
        (event, aboutTools) -> {
          List<@Nullable Object> groups = new ArrayList<>(list(hooks.get(event), event));
          groups.add(group(event, aboutTools));
          hooks.put(event, groups);
        });
    return hooks;
  }

  /** The hooks of the settings without what a setup put there. */
  Map<String, @Nullable Object> without(Object before) {
    Map<String, @Nullable Object> hooks = new LinkedHashMap<>();
    object(before, HOOKS)
        .forEach(
            (event, groups) -> {
              List<@Nullable Object> others = withoutOurs(groups);
              if (!others.isEmpty() || isEmptyList(groups)) {
                hooks.put(event, others);
              }
            });
    return hooks;
  }

  private Map<String, @Nullable Object> group(String event, boolean aboutTools) {
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    if (aboutTools) {
      group.put("matcher", "*");
    }
    group.put(
        HOOKS, List.of(event.equals("SessionStart") || command != null ? commandHook() : http()));
    return group;
  }

  private Map<String, @Nullable Object> http() {
    Map<String, @Nullable Object> hook = new LinkedHashMap<>();
    hook.put("type", "http");
    hook.put("url", tracker + PATH);
    if (machine != null) {
      hook.put("headers", Map.of("Aidis-Machine", machine));
    }
    hook.put("timeout", new BigDecimal(PATIENCE_SECONDS));
    return hook;
  }

  /** Claude Code starts a session with commands only. This one is silent, whatever happens. */
  private Map<String, @Nullable Object> commandHook() {
    Map<String, @Nullable Object> hook = new LinkedHashMap<>();
    hook.put("type", "command");
    if (command != null) {
      hook.put("command", command + " 2>/dev/null || true");
      return hook;
    }
    String header = machine == null ? "" : " -H 'Aidis-Machine: " + machine.replace("'", "") + "'";
    hook.put(
        "command",
        "curl -s -m %d -o /dev/null -H 'Content-Type: application/json'%s --data-binary @- %s || true"
            .formatted(PATIENCE_SECONDS, header, tracker + PATH));
    return hook;
  }

  private static List<@Nullable Object> withoutOurs(@Nullable Object groups) {
    List<@Nullable Object> others = new ArrayList<>();
    for (Object group : list(groups, "an event")) {
      if (!(group instanceof Map<?, ?> told) || !(told.get(HOOKS) instanceof List<?> handlers)) {
        others.add(group);
        continue;
      }
      List<?> kept = handlers.stream().filter(handler -> !isOurs(handler)).toList();
      if (kept.size() == handlers.size()) {
        others.add(group);
      } else if (!kept.isEmpty()) {
        Map<Object, @Nullable Object> smaller = new LinkedHashMap<>(told);
        smaller.put(HOOKS, kept);
        others.add(smaller);
      }
    }
    return others;
  }

  private static boolean isOurs(@Nullable Object handler) {
    return handler instanceof Map<?, ?> hook
        && (String.valueOf(hook.get("url")).endsWith(PATH)
            || String.valueOf(hook.get("command")).contains(PATH)
            || String.valueOf(hook.get("command")).matches(".*aidis'? hook( .*)?"));
  }

  private static boolean isEmptyList(@Nullable Object value) {
    return value instanceof List<?> list && list.isEmpty();
  }

  @SuppressWarnings("unchecked") // objects are read with texts as keys
  private static Map<String, @Nullable Object> object(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> object) {
      return (Map<String, @Nullable Object>) object;
    }
    throw CliException.failure(
        "in the settings, '" + name + "' must be an object: correct it first");
  }

  @SuppressWarnings("unchecked") // lists are read as lists of anything
  private static List<@Nullable Object> list(@Nullable Object value, String name) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    throw CliException.failure(
        "in the settings, the hooks of '" + name + "' must be a list: correct it first");
  }
}
