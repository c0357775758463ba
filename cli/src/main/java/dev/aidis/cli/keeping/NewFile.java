package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is there whole or not at all: it is written beside its place, flushed to the disk and
 * then moved. Only its owner can read it.
 */
final class NewFile {
  private final Path file;
  private final boolean force;

  /**
   * @param force whether a file that is there may be replaced
   */
  NewFile(Path file, boolean force) {
    this.file = file.toAbsolutePath().normalize();
    this.force = force;
  }

  /** Writes the content. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  Path path() {
    return file;
  }

  /** Refuses early, before work is done for nothing. */
  NewFile check() {
    if (Files.isDirectory(file)) {
      throw CliException.failure(file + " is a directory: name a file");
    }
    if (!force && Files.exists(file)) {
      throw CliException.failure(
          file + " exists already: name another file, or say --force to replace it");
    }
    Path parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw CliException.failure("there is no directory " + parent + ": make it first");
    }
    return this;
  }

  /** Makes the file; if the content fails nothing is left of it. */
  void write(Content content) {
    check();
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(unfinished);
      writeAndSync(unfinished, content);
      move(unfinished);
    } catch (IOException e) {
      throw CliException.failure("cannot write " + file + ": " + e.getMessage(), e);
    } finally {
      deleteQuietly(unfinished);
    }
  }

  private void writeAndSync(Path unfinished, Content content) throws IOException {
    boolean isPosix = unfinished.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (FileChannel channel =
            FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerOnly);
        OutputStream out =
            new BufferedOutputStream(new Told(Channels.newOutputStream(channel)), 1 << 16)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private void move(Path unfinished) throws IOException {
    if (force) {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      // A link fails where a file has come to be meanwhile; a move would replace it.
      Files.createLink(file, unfinished);
    }
  }

  /** A full disk is not to be taken for a tracker that does not answer. */
  private final class Told extends FilterOutputStream {
    Told(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw CliException.failure("cannot write " + file + ": " + e.getMessage(), e);
      }
    }
  }

  private static void deleteQuietly(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      // It is overwritten next time.
      return;
    }
  }
}
