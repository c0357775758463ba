package dev.aidis.cli.tracker;

import dev.aidis.cli.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running tracker says of itself in {@code run/tracker.json} of its home. The file of a
 * tracker that was killed stays behind, so what it says holds only while {@link #process} is there.
 *
 * @param processStartedAt tells the process from a later one with the same pid
 * @param startedAt when it became ready
 */
record TrackerFile(
    long pid,
    @Nullable Instant processStartedAt,
    String http,
    String mcp,
    String postgres,
    String kafka,
    String home,
    String version,
    @Nullable Instant startedAt) {

  /** A process's start is told in clock ticks since a boot time that may be adjusted. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** Empty if there is no such file, or it cannot be understood. */
  static Optional<TrackerFile> read(Path home) {
    try {
      return Json.read(Files.readString(home.resolve("run/tracker.json")))
          .filter(json -> json.number("pid") > 0)
          .map(TrackerFile::of);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static TrackerFile of(Json json) {
    return new TrackerFile(
        json.number("pid"),
        instant(json.text("processStartedAt")),
        json.text("http", ""),
        json.text("mcp", ""),
        json.text("postgres", ""),
        json.text("kafka", ""),
        json.text("home", ""),
        json.text("version", ""),
        instant(json.text("startedAt")));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** The tracker's process, if it still runs and is not another one that got its pid. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  private boolean isSame(ProcessHandle process) {
    Instant expected = processStartedAt;
    Instant started = process.info().startInstant().orElse(null);
    return expected == null
        || started == null
        || Duration.between(expected, started).abs().compareTo(TOLERANCE) <= 0;
  }
}
