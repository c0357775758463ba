package dev.aidis.cli.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes {@code tracker.json} as a tracker does. */
final class TrackerFiles {
  private TrackerFiles() {}

  static void write(Path home, ProcessHandle process, String http) throws IOException {
    write(home, process.pid(), process.info().startInstant().orElseThrow(), http);
  }

  static void write(Path home, long pid, Instant processStartedAt, String http) throws IOException {
    Files.createDirectories(home.resolve("run"));
    Files.writeString(
        home.resolve("run/tracker.json"),
        """
        {
          "pid" : %d,
          "processStartedAt" : "%s",
          "http" : "%s",
          "mcp" : "%s/mcp",
          "postgres" : "postgresql://postgres@127.0.0.1:7718/aidis",
          "kafka" : "127.0.0.1:7719",
          "home" : "/srv/aidis",
          "version" : "1.2.3",
          "startedAt" : "2026-11-22T09:55:00Z"
        }
        """
            .formatted(pid, processStartedAt, http, http));
  }
}
