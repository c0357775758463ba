package dev.aidis.cli.bridge;

import dev.aidis.cli.http.Json;
import dev.aidis.schemas.Ids;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * The call of a tool that records, kept while the tracker is away. Its ids are fixed: the tracker
 * makes the same ones of the same call.
 */
record KeptCall(Line line, UUID id) {
  private static final Set<String> RECORDING =
      Set.of(
          "session_start",
          "session_end",
          "session_pause",
          "session_resume",
          "session_goal",
          "session_tag",
          "session_untag",
          "session_note",
          "session_project",
          "task_create",
          "task_update",
          "context_add",
          "decision_record",
          "file_track");

  /** Whether a tool records, and its answer can be known here. */
  static boolean canBe(String tool) {
    return RECORDING.contains(tool);
  }

  /** The first id that the tool makes, such as the task's. */
  private String firstId() {
    return Ids.nameBased("call:" + id + ":0").toString();
  }

  /** What the tool would answer, as far as that can be known here. */
  String structured() {
    Json arguments = line.parameters().object("arguments");
    String tool = line.parameters().text("name", "");
    return switch (tool) {
      case "task_create" ->
          object("task_id", firstId(), "status", arguments.text("status", "todo"));
      case "task_update" ->
          object("task_id", arguments.text("task_id", ""), "status", arguments.text("status", ""));
      case "decision_record" -> object("decision_id", firstId());
      case "context_add" -> "{\"context_id\":" + Quoted.of(firstId()) + ",\"files\":[]}";
      case "file_track" ->
          object(
              "path", arguments.text("path", ""), "action", arguments.text("action", "modified"));
      default -> tool.startsWith("session_") ? object("effect", "on_its_way") : "";
    };
  }

  /** What is said to the assistant. */
  String text() {
    String structured = structured();
    return String.format(
        Locale.ROOT,
        "The tracker is away. This was kept on this machine and is delivered once, as soon as the"
            + " tracker is back; do not call it again. %sGo on with your work. Your user can start"
            + " the tracker with `aidis up -d`.",
        structured.contains("_id") ? "It will have these ids: " + structured + ". " : "");
  }

  private static String object(String... namesAndValues) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      json.append(json.isEmpty() ? "{" : ",")
          .append(Quoted.of(namesAndValues[i]))
          .append(':')
          .append(Quoted.of(namesAndValues[i + 1]));
    }
    return json.append('}').toString();
  }
}
