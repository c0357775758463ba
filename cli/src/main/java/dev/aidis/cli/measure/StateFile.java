package dev.aidis.cli.measure;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.schemas.Ids;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file that keeps what is known of one repository, below {@code $XDG_STATE_HOME/aidis/measure}.
 * Written whole or not at all; while it is open no other process has it.
 */
final class StateFile implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private StateFile(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /** Waits while another process measures the same repository. */
  static StateFile open(Surroundings surroundings, Path repository) {
    String state = surroundings.variable("XDG_STATE_HOME");
    Path base = state == null ? surroundings.userHome().resolve(".local/state") : Path.of(state);
    Path directory = base.resolve("aidis/measure");
    String name = Ids.nameBased("repository:" + repository).toString();
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(name + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return new StateFile(directory.resolve(name + ".json"), channel, channel.lock());
    } catch (IOException e) {
      throw CliException.failure(
          "cannot keep what is measured in '%s': %s".formatted(directory, e.getMessage()), e);
    }
  }

  /** Empty before the first measurement. */
  Optional<Kept> read() {
    try {
      return Optional.of(
          Kept.read(Files.readString(file))
              .orElseThrow(
                  () ->
                      CliException.failure(
                          "'%s' cannot be read: remove it, then the next measurement is the first"
                              .formatted(file))));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw CliException.failure("cannot read '%s': %s".formatted(file, e.getMessage()), e);
    }
  }

  void write(Kept kept) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, kept.text());
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CliException.failure("cannot write '%s': %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw CliException.failure("cannot close '%s': %s".formatted(file, e.getMessage()), e);
    }
  }
}
