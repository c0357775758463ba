package dev.aidis.cli.spool;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory in which activities wait for the tracker; {@code scripts/spool.sh} says what is in
 * it, and delivers it.
 */
public record Spool(Path directory) {
  private static final String REASON = ".reason";

  /** The user's: below {@code $XDG_STATE_HOME}, else {@code ~/.local/state}. */
  public static Spool of(Surroundings surroundings) {
    String state = surroundings.variable("XDG_STATE_HOME");
    Path base = state == null ? surroundings.userHome().resolve(".local/state") : Path.of(state);
    return new Spool(base.resolve("aidis/spool"));
  }

  /** The records that wait, oldest first. */
  public List<Path> waiting() {
    return files("new").stream().filter(file -> !file.toString().endsWith(REASON)).toList();
  }

  /** The records that the tracker refused, oldest first. */
  public List<Path> rejected() {
    return files("rejected").stream().filter(file -> !file.toString().endsWith(REASON)).toList();
  }

  /** Why the tracker refused a record. */
  public String reasonOf(Path rejected) {
    return read(Path.of(rejected + REASON)).orElse("unknown").strip();
  }

  /** Why the last delivery left something behind. */
  public Optional<String> trouble() {
    return read(directory.resolve("trouble")).map(String::strip);
  }

  /** Whether it has reached its size, so that nothing more is kept. */
  public boolean isFull() {
    return Files.exists(directory.resolve("full"));
  }

  /** How many activities could neither be kept nor delivered. */
  public long lost() {
    try {
      return Files.size(directory.resolve("dropped"));
    } catch (IOException none) {
      return 0;
    }
  }

  /** Puts a record that was refused among those that wait. */
  public void retry(Path rejected) {
    String name = String.valueOf(rejected.getFileName()).replaceFirst("~\\d+$", "");
    try {
      Files.move(rejected, directory.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(Path.of(rejected + REASON));
    } catch (IOException e) {
      throw CliException.failure("cannot move " + rejected + ": " + e.getMessage(), e);
    }
  }

  /** Forgets a record that was refused. */
  public void forget(Path rejected) {
    try {
      Files.deleteIfExists(rejected);
      Files.deleteIfExists(Path.of(rejected + REASON));
    } catch (IOException e) {
      throw CliException.failure("cannot remove " + rejected + ": " + e.getMessage(), e);
    }
  }

  private List<Path> files(String kind) {
    try (Stream<Path> files = Files.list(directory.resolve(kind))) {
      return files.sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw CliException.failure("cannot read " + directory + ": " + e.getMessage(), e);
    }
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
