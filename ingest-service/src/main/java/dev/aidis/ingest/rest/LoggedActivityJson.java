package dev.aidis.ingest.rest;

import dev.aidis.ingest.activity.LoggedActivity;
import dev.aidis.ingest.input.Suggestion;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads an activity as an export writes it: exactly, nothing is added or left out. */
final class LoggedActivityJson {
  private static final String APPENDED_AT = "appendedAt";
  private static final List<String> REQUIRED =
      List.of(
          "id", "type", "occurredAt", "receivedAt", APPENDED_AT, "owner", "workspace", "machine");
  private static final Map<String, ActivityJson.FieldSetter> FIELDS = fields();

  private LoggedActivityJson() {}

  /**
   * The activity of a line.
   *
   * @throws IllegalArgumentException with a sentence for the caller
   */
  static LoggedActivity read(JsonNode line) {
    if (!line.isObject()) {
      throw new JsonField("activity", line).refused("must be a JSON object");
    }
    for (String name : REQUIRED) {
      if (!line.hasNonNull(name)) {
        throw new IllegalArgumentException(
            name + " is missing: a line of an export has it; send others to /api/v1/activities");
      }
    }
    ActivityBuilder activity =
        Activity.builder(
            new JsonField("id", line.get("id")).uuid(),
            new JsonField("type", line.get("type")).text());
    line.forEachEntry((name, value) -> set(activity, new JsonField(name, value)));
    Instant appendedAt = new JsonField(APPENDED_AT, line.get(APPENDED_AT)).instant();
    return new LoggedActivity(activity.build(), appendedAt);
  }

  private static void set(ActivityBuilder activity, JsonField field) {
    if (field.value().isNull() || Set.of("id", "type", APPENDED_AT).contains(field.name())) {
      return;
    }
    ActivityJson.FieldSetter setter = FIELDS.get(field.name());
    if (setter == null) {
      throw new IllegalArgumentException(
          Suggestion.forUnknown("field", field.name(), new TreeSet<>(FIELDS.keySet())));
    }
    setter.set(activity, field);
  }

  private static Map<String, ActivityJson.FieldSetter> fields() {
    Map<String, ActivityJson.FieldSetter> fields = new HashMap<>(ActivityJson.FIELDS);
    fields.put("receivedAt", (activity, field) -> activity.receivedAt(field.instant()));
    fields.put("claimedAt", (activity, field) -> activity.claimedAt(field.instant()));
    fields.put("taskStatus", (activity, field) -> activity.taskStatus(field.text()));
    return Map.copyOf(fields);
  }
}
