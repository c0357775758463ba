package dev.aidis.ingest.hooks;

import dev.aidis.ingest.session.TimelineText;
import dev.aidis.ingest.session.ToolUses;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.fact.ClaudeCodeFacts;
import dev.aidis.schemas.fact.FileMentions;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each event means. Of what people and assistants wrote nothing is kept but names of files: no
 * commands, no answers, no contents, and prompts only if that is wanted.
 *
 * @param keepPrompts whether the texts of prompts are kept
 */
record EventActivities(boolean keepPrompts, OwnTools ownTools) {
  private static final int MAX_MENTIONS = 200;
  private static final Set<String> EDITORS = Set.of("Edit", "MultiEdit", "Write", "NotebookEdit");

  Told of(Payload payload, Scene scene) {
    return switch (payload.event()) {
      case SESSION_START -> Told.of(List.of(started(payload, scene)));
      case USER_PROMPT_SUBMIT -> Told.of(prompt(payload, scene));
      case PRE_TOOL_USE -> Told.nothing(Outcome.TOLD_LATER);
      case POST_TOOL_USE, POST_TOOL_USE_FAILURE -> toolUse(payload, scene);
      case STOP -> Told.of(List.of(heartbeat(payload, scene, "Answered")));
      case SUBAGENT_STOP -> Told.of(List.of(heartbeat(payload, scene, "A subagent finished")));
      case SESSION_END -> Told.of(List.of(heartbeat(payload, scene, "Left " + Scene.CLIENT)));
      case OTHER -> Told.nothing(Outcome.UNKNOWN_EVENT);
    };
  }

  private static Activity started(Payload payload, Scene scene) {
    String source = payload.name("source");
    if ("compact".equals(source)) {
      return heartbeat(payload, scene, "Compacted the conversation");
    }
    return scene
        .activity(ActivityType.CLIENT_CONNECTED, momentOf(payload, scene))
        .aiInvolved(true)
        .attributes(source == null ? Map.of() : Map.of("source", source))
        .description(TimelineText.of("Connected", Scene.CLIENT))
        .build();
  }

  private List<Activity> prompt(Payload payload, Scene scene) {
    String text = payload.prompt();
    String id = payload.name("prompt_id");
    String fact = id == null ? momentOf(payload, scene) : ClaudeCodeFacts.prompt(id);
    ActivityBuilder prompt = scene.activity(ActivityType.PROMPT_SUBMITTED, fact);
    if (keepPrompts && text != null) {
      prompt.body(text).description(TimelineText.of("Prompt", text));
    } else {
      prompt.description("Prompt");
    }
    List<Activity> activities = new ArrayList<>();
    activities.add(prompt.build());
    FileMentions.in(text == null ? "" : text).stream()
        .flatMap(path -> scene.place().nameOf(path).stream())
        .distinct()
        .limit(MAX_MENTIONS)
        .map(file -> mentioned(scene, fact, file))
        .forEach(activities::add);
    return activities;
  }

  private static Activity mentioned(Scene scene, String fact, String file) {
    return scene
        .activity(ActivityType.FILE_MENTIONED, fact + ":" + file)
        .filePath(file)
        .description(TimelineText.of("Mentioned", file))
        .build();
  }

  private Told toolUse(Payload payload, Scene scene) {
    String tool = payload.name("tool_name");
    String id = payload.name("tool_use_id");
    if (tool == null) {
      return Told.nothing(Outcome.INCOMPLETE);
    }
    if (ownTools.isOwn(scene.caller().trackerKey(), tool, id)) {
      return Told.nothing(Outcome.TOLD_BY_MCP);
    }
    boolean failed = payload.event() == HookEvent.POST_TOOL_USE_FAILURE;
    String fact = id == null ? momentOf(payload, scene) : ClaudeCodeFacts.toolUse(id);
    List<Activity> activities = new ArrayList<>();
    activities.add(
        scene
            .activity(ActivityType.TOOL_USED, fact)
            .aiInvolved(true)
            .attributes(attributes(payload, tool, id, failed))
            .description((failed ? "Tried " : "Used ") + tool)
            .build());
    String file = payload.changedFile();
    if (!failed && file != null && changesFiles(payload, tool)) {
      scene
          .place()
          .nameOf(file)
          .map(name -> modified(payload, scene, fact, name))
          .ifPresent(activities::add);
    }
    return Told.of(activities);
  }

  /** Also a tool of the future whose answer holds a patch. */
  private static boolean changesFiles(Payload payload, String tool) {
    return EDITORS.contains(tool) || payload.response().path("structuredPatch").isArray();
  }

  private static Activity modified(Payload payload, Scene scene, String fact, String file) {
    ActivityBuilder modified =
        scene
            .activity(ActivityType.FILE_MODIFIED, fact + ":file")
            .aiInvolved(true)
            .filePath(file)
            .description(TimelineText.of("Modified", file));
    Patch.of(payload.response())
        .ifPresent(patch -> modified.linesAdded(patch.added()).linesRemoved(patch.removed()));
    return modified.build();
  }

  private static Map<String, String> attributes(
      Payload payload, String tool, @Nullable String id, boolean failed) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("tool", tool);
    putIfTold(attributes, ToolUses.ATTRIBUTE, id);
    putIfTold(attributes, "durationMs", payload.count("duration_ms"));
    putIfTold(attributes, "agent", payload.name("agent_type"));
    if (failed) {
      attributes.put("failed", "true");
    }
    return attributes;
  }

  private static void putIfTold(
      Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }

  private static Activity heartbeat(Payload payload, Scene scene, String description) {
    return scene
        .activity(ActivityType.HEARTBEAT, momentOf(payload, scene))
        .aiInvolved(true)
        .attributes(Map.of("event", payload.event().wireName()))
        .description(description)
        .build();
  }

  /** Names a fact that has no id of its own: the same payload within a minute is the same fact. */
  private static String momentOf(Payload payload, Scene scene) {
    return scene.time().told().truncatedTo(ChronoUnit.MINUTES) + ":" + payload.json();
  }
}
