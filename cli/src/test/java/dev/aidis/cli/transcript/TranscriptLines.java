package dev.aidis.cli.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes transcripts as Claude Code does. */
final class TranscriptLines {
  static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private final List<String> lines = new ArrayList<>();
  private final String session;

  TranscriptLines(String session) {
    this.session = session;
  }

  TranscriptLines prompt(int second, String uuid, String text) {
    return add(
        second,
        "\"type\":\"user\",\"uuid\":\"%s\",\"promptId\":\"%s\",\"message\":{\"role\":\"user\",\"content\":\"%s\"}"
            .formatted(uuid, uuid, text));
  }

  TranscriptLines answer(int second, String message, int outputTokens, String content) {
    return add(
        second,
        """
        "type":"assistant","requestId":"req_%s","message":{"id":"msg_%s","role":"assistant",\
        "model":"claude-opus-4-6","content":[%s],"usage":{"input_tokens":3,"output_tokens":%d,\
        "cache_read_input_tokens":100,"cache_creation_input_tokens":20}}"""
            .formatted(message, message, content, outputTokens));
  }

  static String call(String id, String tool, String input) {
    return "{\"type\":\"tool_use\",\"id\":\"%s\",\"name\":\"%s\",\"input\":%s}"
        .formatted(id, tool, input);
  }

  TranscriptLines result(int second, String id, String more) {
    return add(
        second,
        "\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"%s\"}]}%s"
            .formatted(id, more));
  }

  /** A row of the session. */
  TranscriptLines add(int second, String fields) {
    lines.add(
        "{\"sessionId\":\"%s\",\"cwd\":\"/no/such/shop\",\"gitBranch\":\"main\",\"timestamp\":\"%s\",%s}"
            .formatted(session, START.plusSeconds(second), fields));
    return this;
  }

  TranscriptLines raw(String line) {
    lines.add(line);
    return this;
  }

  /** The same rows as a fork of the session begins with. */
  TranscriptLines forkedInto(String fork) {
    TranscriptLines copy = new TranscriptLines(fork);
    for (String line : lines) {
      copy.raw(
          line.replace(
              "{\"sessionId\":\"" + session + "\"",
              "{\"sessionId\":\"%s\",\"forkedFrom\":{\"sessionId\":\"%s\"}"
                  .formatted(fork, session)));
    }
    return copy;
  }

  /** The same rows as a session that was resumed by old versions begins with. */
  TranscriptLines resumedAs(String other) {
    TranscriptLines copy = new TranscriptLines(other);
    lines.forEach(
        line ->
            copy.raw(
                line.replace(
                    "\"sessionId\":\"" + session + "\"", "\"sessionId\":\"" + other + "\"")));
    return copy;
  }

  Path write(Path file, int modifiedAtSecond) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
      Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(modifiedAtSecond)));
      return file;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
