package dev.aidis.ingest.keeping;

import dev.aidis.schemas.Activity;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes an activity as {@code POST /api/v1/import} takes it. Absent fields are left out. */
final class ActivityLine {
  /** The fields, in the order in which they are written. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "type",
          "occurredAt",
          "receivedAt",
          "claimedAt",
          "appendedAt",
          "owner",
          "workspace",
          "machine",
          "client",
          "clientSession",
          "project",
          "repo",
          "branch",
          "head",
          "aiModel",
          "aiProvider",
          "aiInvolved",
          "description",
          "taskId",
          "contextId",
          "decisionId",
          "filePath",
          "linesAdded",
          "linesRemoved",
          "title",
          "body",
          "taskStatus",
          "tags",
          "attributes");

  private ActivityLine() {}

  static void write(JsonGenerator json, Activity activity, Instant appendedAt) {
    json.writeStartObject();
    text(json, "id", activity.id());
    text(json, "type", activity.type());
    text(json, "occurredAt", activity.occurredAt());
    text(json, "receivedAt", activity.receivedAt());
    text(json, "claimedAt", activity.claimedAt());
    text(json, "appendedAt", appendedAt);
    writeWhere(json, activity);
    writeWhat(json, activity);
    json.writeEndObject();
  }

  private static void writeWhere(JsonGenerator json, Activity activity) {
    text(json, "owner", activity.owner());
    text(json, "workspace", activity.workspace());
    text(json, "machine", activity.machine());
    text(json, "client", activity.client());
    text(json, "clientSession", activity.clientSession());
    text(json, "project", activity.project());
    text(json, "repo", activity.repo());
    text(json, "branch", activity.branch());
    text(json, "head", activity.head());
    text(json, "aiModel", activity.aiModel());
    text(json, "aiProvider", activity.aiProvider());
    json.writeBooleanProperty("aiInvolved", activity.aiInvolved());
  }

  private static void writeWhat(JsonGenerator json, Activity activity) {
    text(json, "description", activity.description());
    text(json, "taskId", activity.taskId());
    text(json, "contextId", activity.contextId());
    text(json, "decisionId", activity.decisionId());
    text(json, "filePath", activity.filePath());
    number(json, "linesAdded", activity.linesAdded());
    number(json, "linesRemoved", activity.linesRemoved());
    text(json, "title", activity.title());
    text(json, "body", activity.body());
    text(json, "taskStatus", activity.taskStatus());
    if (!activity.tags().isEmpty()) {
      json.writeArrayPropertyStart("tags");
      activity.tags().forEach(json::writeString);
      json.writeEndArray();
    }
    if (!activity.attributes().isEmpty()) {
      json.writeObjectPropertyStart("attributes");
      new TreeMap<>(activity.attributes()).forEach(json::writeStringProperty);
      json.writeEndObject();
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Integer value) {
    if (value != null) {
      json.writeNumberProperty(name, value);
    }
  }
}
