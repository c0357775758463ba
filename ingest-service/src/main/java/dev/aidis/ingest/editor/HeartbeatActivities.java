package dev.aidis.ingest.editor;

import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.editor.Heartbeat.Lines;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a heartbeat means: a changed file where it tells changed lines, those of an AI apart; else
 * that somebody was at work. Of addresses only the host is kept.
 */
record HeartbeatActivities(ClockClamp clock) {

  /**
   * @param editor that sent it, such as {@code vscode-wakatime/24.6.0}
   * @throws IllegalArgumentException with a sentence, if it cannot be an activity
   */
  List<Activity> of(Heartbeat heartbeat, Editor editor, Caller caller, Instant now) {
    List<Activity> activities = new ArrayList<>();
    boolean ofAssistant = editor.isAssistant();
    if (heartbeat.isOfFile() && !ofAssistant) {
      addChange(heartbeat, editor, caller, heartbeat.human(), heartbeat.isOfAi(), activities);
      addChange(heartbeat, editor, caller, heartbeat.ai(), true, activities);
    }
    if (activities.isEmpty()) {
      activities.add(
          begun(heartbeat, editor, caller, ActivityType.HEARTBEAT, "")
              .aiInvolved(heartbeat.isOfAi() || ofAssistant)
              .description(description(heartbeat))
              .build());
    }
    return activities.stream().map(activity -> clock.clamp(activity, now)).toList();
  }

  private static void addChange(
      Heartbeat heartbeat,
      Editor editor,
      Caller caller,
      Lines lines,
      boolean byAi,
      List<Activity> activities) {
    if (!lines.isNone()) {
      ActivityBuilder change =
          begun(
                  heartbeat,
                  editor,
                  caller,
                  ActivityType.FILE_MODIFIED,
                  activities.isEmpty() ? "" : ":ai")
              .aiInvolved(byAi)
              .linesAdded(lines.added())
              .linesRemoved(lines.removed())
              .description(TimelineText.of("Modified", path(heartbeat).name()));
      activities.add(change.build());
    }
  }

  private static ActivityBuilder begun(
      Heartbeat heartbeat, Editor editor, Caller caller, ActivityType type, String part) {
    ActivityBuilder activity =
        Activity.builder(Ids.nameBased("wakatime:" + nameOf(heartbeat, caller) + part), type)
            .occurredAt(heartbeat.time())
            .owner(caller.trackerKey().owner())
            .workspace(caller.trackerKey().workspace())
            .machine(caller.machine())
            .client(editor.name())
            .project(caller.project() == null ? heartbeat.project() : caller.project())
            .repo(caller.repo())
            .branch(heartbeat.branch())
            .attributes(attributes(heartbeat));
    if (heartbeat.isOfFile()) {
      ProjectPath path = path(heartbeat);
      activity.filePath(path.name());
      if (caller.repo() == null) {
        activity.repo(path.root());
      }
    }
    return activity;
  }

  /** What wakatime-cli takes for the same heartbeat. */
  private static String nameOf(Heartbeat heartbeat, Caller caller) {
    return "%s:%s:%s:%s:%s:%s:%s:%s:%s"
        .formatted(
            caller.trackerKey(),
            caller.machine(),
            heartbeat.time(),
            heartbeat.type(),
            heartbeat.category(),
            heartbeat.project(),
            heartbeat.branch(),
            heartbeat.entity(),
            heartbeat.write());
  }

  private static ProjectPath path(Heartbeat heartbeat) {
    return ProjectPath.of(heartbeat.entity(), heartbeat.rootParts(), heartbeat.project());
  }

  private static Map<String, String> attributes(Heartbeat heartbeat) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("category", heartbeat.category());
    if (heartbeat.language() != null) {
      attributes.put("language", heartbeat.language());
    }
    if (heartbeat.write()) {
      attributes.put("write", "true");
    }
    String about = about(heartbeat);
    if (about != null) {
      attributes.put(heartbeat.type(), about);
    }
    return attributes;
  }

  private static @Nullable String about(Heartbeat heartbeat) {
    return switch (heartbeat.type()) {
      case "file" -> null;
      case "url" -> host(heartbeat.entity());
      default -> heartbeat.entity();
    };
  }

  private static @Nullable String host(String address) {
    try {
      return URI.create(address).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String description(Heartbeat heartbeat) {
    String category = heartbeat.category();
    String deed =
        category.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + category.substring(1);
    String about = heartbeat.isOfFile() ? path(heartbeat).name() : about(heartbeat);
    return about == null ? deed : TimelineText.of(deed, about);
  }
}
