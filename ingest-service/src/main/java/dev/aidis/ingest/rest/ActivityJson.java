package dev.aidis.ingest.rest;

import static java.util.Map.entry;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads an activity as callers of the REST API write it. */
final class ActivityJson {
  private static final Set<String> TASK_STATUSES = Set.of("todo", "in_progress", "completed");

  /** What can be told of an activity besides its id and type. */
  static final Map<String, FieldSetter> FIELDS =
      Map.ofEntries(
          entry("occurredAt", (activity, field) -> activity.occurredAt(field.instant())),
          entry("owner", (activity, field) -> activity.owner(field.text())),
          entry("workspace", (activity, field) -> activity.workspace(field.text())),
          entry("machine", (activity, field) -> activity.machine(field.text())),
          entry("client", (activity, field) -> activity.client(field.text())),
          entry("clientSession", (activity, field) -> activity.clientSession(field.text())),
          entry("project", (activity, field) -> activity.project(field.text())),
          entry("repo", (activity, field) -> activity.repo(field.text())),
          entry("branch", (activity, field) -> activity.branch(field.text())),
          entry("head", (activity, field) -> activity.head(field.text())),
          entry("aiModel", (activity, field) -> activity.aiModel(field.text())),
          entry("aiProvider", (activity, field) -> activity.aiProvider(field.text())),
          entry("aiInvolved", (activity, field) -> activity.aiInvolved(field.bool())),
          entry("description", (activity, field) -> activity.description(field.text())),
          entry("taskId", (activity, field) -> activity.taskId(field.uuid())),
          entry("contextId", (activity, field) -> activity.contextId(field.uuid())),
          entry("decisionId", (activity, field) -> activity.decisionId(field.uuid())),
          entry("filePath", (activity, field) -> activity.filePath(field.text())),
          entry("linesAdded", (activity, field) -> activity.linesAdded(field.integer())),
          entry("linesRemoved", (activity, field) -> activity.linesRemoved(field.integer())),
          entry("title", (activity, field) -> activity.title(field.text())),
          entry("body", (activity, field) -> activity.body(field.text())),
          entry("taskStatus", (activity, field) -> activity.taskStatus(taskStatus(field))),
          entry("tags", (activity, field) -> activity.tags(field.texts())),
          entry("attributes", (activity, field) -> activity.attributes(field.textsByName())));

  private static final Set<String> NAMES = names();

  private final Supplier<UUID> ids;

  ActivityJson(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /**
   * The activity of a JSON object. What the object leaves out is the caller's, or now.
   *
   * @throws IllegalArgumentException with a sentence for the caller
   */
  Activity read(JsonNode item, Caller caller, Instant now) {
    if (!item.isObject()) {
      throw new JsonField("activity", item).refused("must be a JSON object");
    }
    ActivityBuilder activity =
        Activity.builder(id(item), type(item)).occurredAt(now).receivedAt(now);
    setDefaults(activity, caller);
    item.forEachEntry((name, value) -> set(activity, new JsonField(name, value)));
    return activity.build();
  }

  private UUID id(JsonNode item) {
    JsonNode id = item.get("id");
    return id == null || id.isNull() ? ids.get() : new JsonField("id", id).uuid();
  }

  private static String type(JsonNode item) {
    JsonNode type = item.get("type");
    if (type == null || type.isNull()) {
      throw new IllegalArgumentException("type is missing; name one, such as task_created");
    }
    return new JsonField("type", type).text();
  }

  private static void setDefaults(ActivityBuilder activity, Caller caller) {
    activity
        .owner(caller.trackerKey().owner())
        .workspace(caller.trackerKey().workspace())
        .machine(caller.machine())
        .clientSession(caller.clientSession())
        .project(caller.project())
        .repo(caller.repo());
  }

  private static void set(ActivityBuilder activity, JsonField field) {
    if (field.isAbsent() || field.name().equals("id") || field.name().equals("type")) {
      return;
    }
    FieldSetter setter = FIELDS.get(field.name());
    if (setter == null) {
      throw new IllegalArgumentException(Suggestion.forUnknown("field", field.name(), NAMES));
    }
    setter.set(activity, field);
  }

  private static String taskStatus(JsonField field) {
    if (!TASK_STATUSES.contains(field.text())) {
      throw field.refused("must be todo, in_progress or completed");
    }
    return field.text();
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(FIELDS.keySet());
    names.addAll(Set.of("id", "type"));
    return names;
  }

  @FunctionalInterface
  interface FieldSetter {
    void set(ActivityBuilder activity, JsonField field);
  }
}
