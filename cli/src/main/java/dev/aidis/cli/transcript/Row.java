package dev.aidis.cli.transcript;

import dev.aidis.cli.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a transcript. */
record Row(Json json) {

  String type() {
    return json.text("type", "");
  }

  /** Absent if it cannot be read. */
  @Nullable Instant at() {
    try {
      return Instant.parse(json.text("timestamp", ""));
    } catch (DateTimeException e) {
      return null;
    }
  }

  boolean is(String flag) {
    return "true".equals(json.text(flag));
  }

  /** The session it happened in: of a copy in a forked session, the original's. */
  @Nullable String session() {
    String original = json.object("forkedFrom").text("sessionId");
    return original == null ? json.text("sessionId") : original;
  }

  /** The row's id: of a copy in a forked session, the original's. */
  @Nullable String uuid() {
    String original = json.object("forkedFrom").text("messageUuid");
    return original == null ? json.text("uuid") : original;
  }

  @Nullable String directory() {
    String directory = json.text("cwd");
    return directory == null || directory.isBlank() ? null : directory;
  }

  @Nullable String branch() {
    String branch = json.text("gitBranch");
    return branch == null || branch.isBlank() || branch.equals("HEAD") ? null : branch;
  }

  Json message() {
    return json.object("message");
  }

  /** The parts of the message that are of a kind. */
  List<Json> parts(String kind) {
    return message().objects("content").stream()
        .filter(part -> part.text("type", "").equals(kind))
        .toList();
  }

  /** The message as one text. */
  String text() {
    Json message = message();
    if (message.objects("content").isEmpty()) {
      return message.text("content", "");
    }
    return String.join("\n", parts("text").stream().map(part -> part.text("text", "")).toList());
  }
}
