package dev.aidis.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the parts of a running tracker are. The command line reads it from {@code
 * run/tracker.json}, which exists while the tracker is ready.
 *
 * @param pid of the JVM
 * @param processStartedAt tells the process from a later one with the same pid; ISO-8601
 * @param http base URL
 * @param mcp the URL for MCP clients
 * @param postgres a URL that {@code psql} takes
 * @param kafka bootstrap servers
 * @param home the data directory
 * @param startedAt when it became ready; ISO-8601
 */
public record TrackerInfo(
    long pid,
    String processStartedAt,
    String http,
    String mcp,
    String postgres,
    String kafka,
    String home,
    String version,
    String startedAt) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Path fileIn(Path run) {
    return run.resolve("tracker.json");
  }

  /** At once, so that a reader never sees half of it. */
  void writeTo(Path run) throws IOException {
    Path unfinished = run.resolve("tracker.json.new");
    Files.writeString(
        unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    Files.move(unfinished, fileIn(run), StandardCopyOption.ATOMIC_MOVE);
  }
}
