package dev.aidis.standalone.embedded;

import dev.aidis.standalone.home.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A postmaster whose JVM was killed: it goes on running and holds the port and the data directory.
 * Only to be used by whoever holds the lock of the home, so that no living tracker owns it.
 */
final class OrphanedPostmaster {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private OrphanedPostmaster() {}

  /**
   * Stops the postmaster of this data directory if one runs, and removes what a dead one left.
   *
   * @throws StartException if it does not stop
   */
  static void stop(Path dataDirectory) throws IOException {
    Path pidFile = dataDirectory.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> orphan =
        pidIn(pidFile).flatMap(ProcessHandle::of).filter(it -> isPostgresOf(dataDirectory, it));
    if (orphan.isPresent()) {
      stop(orphan.get(), dataDirectory);
    }
    // Postgres itself refuses to start as long as any process has the number in this file.
    Files.deleteIfExists(pidFile);
  }

  private static Optional<Long> pidIn(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    try {
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(Long.valueOf(lines.getFirst().strip()));
    } catch (NumberFormatException e) {
      return Optional.empty(); // half written: that postmaster never ran
    }
  }

  private static boolean isPostgresOf(Path dataDirectory, ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    boolean isPostgres =
        info.command().map(Path::of).filter(it -> it.endsWith("postgres")).isPresent();
    boolean isOfDirectory =
        info.arguments()
            .map(arguments -> Arrays.asList(arguments).contains(dataDirectory.toString()))
            .orElse(true); // not told by every system
    return isPostgres && isOfDirectory;
  }

  /**
   * By a fast shutdown (SIGINT): a polite one would wait for clients, and one may be a person's.
   */
  private static void stop(ProcessHandle postmaster, Path dataDirectory) throws IOException {
    new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(postmaster.pid())).start();
    try {
      postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new StartException(
          "a Postgres of an earlier run (pid %d) still uses %s and does not stop: end it, then start again"
              .formatted(postmaster.pid(), dataDirectory),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while stopping the Postgres of an earlier run", e);
    }
  }
}
