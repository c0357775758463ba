package dev.aidis.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a processor keeps its stores. Processors that run on one machine may share a folder, as
 * replicas of one container do: each takes the first folder below it that no other one holds, so
 * that one that starts again finds stores that are nearly up to date. A lock goes with its process.
 */
final class StateDirectory implements AutoCloseable {
  private static final int MOST = 100;

  private final Path path;
  private final @Nullable FileLock lock;

  private StateDirectory(Path path, @Nullable FileLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Of one processor alone; Kafka Streams itself sees to it that there is no other. */
  static StateDirectory of(Path path) {
    return new StateDirectory(path, null);
  }

  /**
   * Takes the first folder of {@code 1}, {@code 2} … that nobody has.
   *
   * @throws IllegalStateException if 100 processors are there already
   * @throws UncheckedIOException if the folder cannot be written
   */
  static StateDirectory free(Path shared) {
    try {
      Files.createDirectories(shared);
      for (int number = 1; number <= MOST; number++) {
        FileLock lock = lock(shared.resolve(number + ".lock"));
        if (lock != null) {
          return new StateDirectory(shared.resolve(Integer.toString(number)), lock);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "aidis.processor.state-dir %s cannot be written".formatted(shared), e);
    }
    throw new IllegalStateException(
        "aidis.processor.state-dir %s is used by %d processors: give this one another"
            .formatted(shared, MOST));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    if (lock == null) {
      return;
    }
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give back " + path, e);
    }
  }

  private static @Nullable FileLock lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return lock;
    } catch (OverlappingFileLockException e) { // another one in this JVM
      channel.close();
      return null;
    }
  }
}
