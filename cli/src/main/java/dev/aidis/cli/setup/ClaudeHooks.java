package dev.aidis.cli.setup;

import dev.aidis.cli.CliException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** Where hooks are told to, whatever the tracker; no file or page whose name begins the same. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s'\"]+" + PATH + "(?=[\\s'\";&|)]|$)");

  /** Our own command, wherever it is; no other one whose name ends the same. */
  private static final Pattern COMMAND =
      Pattern.compile("(.*[/\\s'\"])?aidis['\"]? hook(\\s.*)?", Pattern.DOTALL);

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
   * The settings with these hooks, and without those that an earlier setup put there; everything
   * else stays as it is written. The same settings if they have them.
   *
   * @throws CliException if the hooks are not what Claude Code reads
   */
  Jsonc in(Jsonc settings) {
    Map<String, List<@Nullable Object>> before = groups(settings);
    Set<String> events = new LinkedHashSet<>(before.keySet());
    events.addAll(EVENTS.keySet());
    Jsonc changed = settings;
    for (String event : events) {
      List<String[]> ours = ours(event, before.getOrDefault(event, List.of()));
      Boolean aboutTools = EVENTS.get(event);
      if (aboutTools != null) {
        Map<String, @Nullable Object> group = group(event, aboutTools);
        if (ours.size() == 1 && group.equals(settings.at(ours.getFirst()))) {
          continue;
        }
        changed = changed.withLast(group, HOOKS, event);
      }
      changed = without(changed, ours);
    }
    return changed;
  }

  /** The settings without the hooks that a setup put there; the same if there are none. */
  static Jsonc without(Jsonc settings) {
    Jsonc changed = settings;
    for (Map.Entry<String, List<@Nullable Object>> groups : groups(settings).entrySet()) {
      changed = without(changed, ours(groups.getKey(), groups.getValue()));
    }
    return changed;
  }

  /** From the last to the first, so that the places of the others stay. */
  private static Jsonc without(Jsonc settings, List<String[]> places) {
    Jsonc changed = settings;
    for (String[] place : places.reversed()) {
      changed = changed.without(place);
    }
    return changed;
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

  /** Where the settings have a group that is ours, or a single hook in another's group. */
  private static List<String[]> ours(String event, List<@Nullable Object> groups) {
    List<String[]> places = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      if (!(groups.get(i) instanceof Map<?, ?> group)
          || !(group.get(HOOKS) instanceof List<?> hooks)) {
        continue;
      }
      List<String[]> inGroup = new ArrayList<>();
      for (int j = 0; j < hooks.size(); j++) {
        if (isOurs(hooks.get(j))) {
          inGroup.add(new String[] {HOOKS, event, "" + i, HOOKS, "" + j});
        }
      }
      if (!inGroup.isEmpty() && inGroup.size() == hooks.size()) {
        places.add(new String[] {HOOKS, event, "" + i});
      } else {
        places.addAll(inGroup);
      }
    }
    return places;
  }

  private static boolean isOurs(@Nullable Object handler) {
    return handler instanceof Map<?, ?> hook
        && (ADDRESS.matcher(String.valueOf(hook.get("url"))).find()
            || ADDRESS.matcher(String.valueOf(hook.get("command"))).find()
            || COMMAND.matcher(String.valueOf(hook.get("command"))).matches());
  }

  private static Map<String, List<@Nullable Object>> groups(Jsonc settings) {
    Map<String, List<@Nullable Object>> groups = new LinkedHashMap<>();
    Object hooks = settings.at(HOOKS);
    object(hooks == null ? Map.of() : hooks, HOOKS)
        .forEach((event, told) -> groups.put(event, list(told, event)));
    return groups;
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
