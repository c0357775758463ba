package dev.aidis.ingest.hooks;

import dev.aidis.schemas.ActivityLimits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Claude Code sends a hook. A field that is missing, or is not what it should be, is absent;
 * texts are made to fit into an activity.
 *
 * @param json an object
 */
record Payload(JsonNode json) {

  Payload {
    if (!json.isObject()) {
      throw new IllegalArgumentException(
          "The body must be the JSON object that Claude Code sends its hooks, with a"
              + " hook_event_name.");
    }
  }

  HookEvent event() {
    return HookEvent.of(json.path("hook_event_name").asString(""));
  }

  /** A short text: an id or a name. */
  @Nullable String name(String field) {
    return text(json.path(field), ActivityLimits.SHORT);
  }

  /** The prompt, as much of it as an activity can hold. */
  @Nullable String prompt() {
    return text(json.path("prompt"), ActivityLimits.BODY);
  }

  /** A path; absent if it is longer than one can be, or holds control characters. */
  @Nullable String path(String field) {
    return path(json.path(field));
  }

  /** The model's name; later versions may tell more about it. */
  @Nullable String model() {
    JsonNode model = json.path("model");
    return text(model.isObject() ? model.path("id") : model, ActivityLimits.SHORT);
  }

  /** What the tool was told to do. */
  @Nullable String input(String field) {
    return text(json.path("tool_input").path(field), ActivityLimits.SHORT);
  }

  /** The file that the tool changed: its answer goes before what it was told. */
  @Nullable String changedFile() {
    JsonNode input = json.path("tool_input");
    String answered = path(response().path("filePath"));
    String told = path(input.path("file_path"));
    return answered != null ? answered : told != null ? told : path(input.path("notebook_path"));
  }

  JsonNode response() {
    return json.path("tool_response");
  }

  /** A number that is not negative, as text. */
  @Nullable String count(String field) {
    JsonNode count = json.path(field);
    return count.isIntegralNumber() && count.canConvertToLong() && count.longValue() >= 0
        ? Long.toString(count.longValue())
        : null;
  }

  private static @Nullable String path(JsonNode value) {
    if (!value.isString()) {
      return null;
    }
    String path = value.stringValue();
    boolean possible =
        !path.isBlank()
            && path.length() <= ActivityLimits.TEXT
            && path.chars().noneMatch(Character::isISOControl);
    return possible ? path : null;
  }

  private static @Nullable String text(JsonNode value, int max) {
    if (!value.isString()) {
      return null;
    }
    String text = value.stringValue().replace('\0', ' ').strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), max));
  }
}
