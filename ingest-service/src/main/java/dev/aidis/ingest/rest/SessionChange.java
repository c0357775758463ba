package dev.aidis.ingest.rest;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.ingest.session.TimelineText;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** A way to change the current session, and what a request tells for it. */
enum SessionChange {
  START(ActivityType.SESSION_STARTED, "Started", "project", "goal", "tags"),
  END(ActivityType.SESSION_ENDED, "Ended", "notes"),
  PROJECT(ActivityType.PROJECT_SWITCHED, "Switched the project of", "project"),
  GOAL(ActivityType.GOAL_SET, "Set the goal of", "goal"),
  TAG(ActivityType.TAGS_ADDED, "Added tags to", "tags"),
  UNTAG(ActivityType.TAGS_REMOVED, "Removed tags from", "tags"),
  NOTE(ActivityType.NOTE_ADDED, "Added a note to", "note"),
  PAUSE(ActivityType.SESSION_PAUSED, "Paused"),
  RESUME(ActivityType.SESSION_RESUMED, "Resumed");

  private final ActivityType type;
  private final String deed;
  private final String fields;

  SessionChange(ActivityType type, String deed, String... fields) {
    this.type = type;
    this.deed = deed;
    this.fields = String.join(",", fields);
  }

  /**
   * The change of that name.
   *
   * @throws RefusedRequestException with status 404, if there is none
   */
  static SessionChange named(String name) {
    return Arrays.stream(values())
        .filter(change -> change.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedRequestException(
                    HttpStatus.NOT_FOUND,
                    Suggestion.forUnknown(
                        "change",
                        name,
                        Arrays.stream(values()).map(SessionChange::wireName).toList())));
  }

  private String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code Set the goal of}; a session's name is put behind it. */
  String deed() {
    return deed;
  }

  /** Whether there must be a session that it changes; the others begin one where there is none. */
  boolean needsSession() {
    return this == END || this == PAUSE || this == RESUME || this == UNTAG;
  }

  /**
   * The activity that a request tells.
   *
   * @param body a JSON object of this change's fields, or missing
   * @param project what the caller works on, as far as known
   * @throws IllegalArgumentException with a sentence for the caller
   */
  Activity read(
      JsonNode body, Caller caller, String client, @Nullable String project, UUID id, Instant now) {
    requireKnown(body);
    ActivityBuilder activity =
        Activity.builder(id, type)
            .occurredAt(now)
            .receivedAt(now)
            .owner(caller.trackerKey().owner())
            .workspace(caller.trackerKey().workspace())
            .machine(caller.machine())
            .client(client)
            .clientSession(caller.clientSession())
            .repo(caller.repo())
            .project(project);
    fill(activity, body);
    return activity.build();
  }

  private void fill(ActivityBuilder activity, JsonNode body) {
    switch (this) {
      case START -> start(activity, body);
      case END -> activity.body(text(body, "notes")).description("Ended the session");
      case PROJECT -> {
        String to = required(body, "project");
        activity.project(to).description(TimelineText.of("Switched to project", to));
      }
      case GOAL -> {
        String goal = required(body, "goal");
        activity.body(goal).description(TimelineText.of("Set the goal", goal));
      }
      case TAG -> tell(activity, "Tagged", body);
      case UNTAG -> tell(activity, "Removed tags", body);
      case NOTE -> {
        String note = required(body, "note");
        activity.body(note).description(TimelineText.of("Noted", note));
      }
      case PAUSE -> activity.description("Paused the session");
      case RESUME -> activity.description("Resumed the session");
    }
  }

  private static void tell(ActivityBuilder activity, String deed, JsonNode body) {
    List<String> tags = tags(body);
    if (tags.isEmpty()) {
      throw new IllegalArgumentException("tags are missing; name one, such as bug-fix");
    }
    activity.tags(tags).description(TimelineText.of(deed, String.join(", ", tags)));
  }

  private static void start(ActivityBuilder activity, JsonNode body) {
    String goal = text(body, "goal");
    String named = text(body, "project");
    if (named != null) {
      activity.project(named);
    }
    activity
        .body(goal)
        .tags(tags(body))
        .description(
            goal == null ? "Started the session" : TimelineText.of("Started the session", goal));
  }

  private void requireKnown(JsonNode body) {
    if (!body.isObject() && !body.isMissingNode()) {
      throw new JsonField("body", body).refused("must be a JSON object");
    }
    Set<String> known =
        Set.copyOf(fields.isEmpty() ? List.of() : Arrays.asList(fields.split(",", -1)));
    for (String name : body.propertyNames()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            known.isEmpty()
                ? wireName() + " takes no field '" + Suggestion.abbreviate(name) + "'"
                : Suggestion.forUnknown("field", name, known));
      }
    }
  }

  private static String required(JsonNode body, String name) {
    String text = text(body, name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing or empty; say what it is");
    }
    return text;
  }

  private static @Nullable String text(JsonNode body, String name) {
    JsonNode value = body.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    String text = new JsonField(name, value).text().strip();
    return text.isEmpty() ? null : text;
  }

  private static List<String> tags(JsonNode body) {
    JsonNode value = body.get("tags");
    return value == null || value.isNull() ? List.of() : new JsonField("tags", value).texts();
  }
}
