package dev.aidis.cli.tracker;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.nio.file.Path;
import java.util.Optional;

/** The tracker of this machine's data directory. */
record LocalTracker(Path home) {

  static LocalTracker of(Surroundings surroundings) {
    return new LocalTracker(surroundings.home());
  }

  /** What it says of itself, if it runs. */
  Optional<TrackerFile> running() {
    return TrackerFile.read(home).filter(file -> file.process().isPresent());
  }

  CliException notRunning() {
    return CliException.notRunning(
        "no tracker runs for " + home + ": start it with `aidis up -d`", null);
  }

  Path log() {
    return home.resolve("logs/aidis.log");
  }
}
