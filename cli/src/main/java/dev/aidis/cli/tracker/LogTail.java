package dev.aidis.cli.tracker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Prints what comes to a log file, and goes on with the next file when the log is rotated: the old
 * one is read to its end first.
 */
final class LogTail implements AutoCloseable {
  private static final int BLOCK = 16 << 10;

  private final Path file;
  private FileChannel channel;
  private @Nullable Object key;
  private long position;

  private LogTail(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file);
    this.key = keyOf(file);
  }

  /** Starts the given number of lines before the end. */
  static LogTail open(Path file, int lines) throws IOException {
    LogTail tail = new LogTail(file);
    tail.position = tail.startOfLast(lines);
    return tail;
  }

  void printNew(PrintStream out) throws IOException {
    copy(out);
    if (isRotated()) {
      copy(out);
      channel.close();
      channel = FileChannel.open(file);
      key = keyOf(file);
      position = 0;
      copy(out);
    } else if (channel.size() < position) {
      // Emptied in place.
      position = 0;
      copy(out);
    }
    out.flush();
  }

  private boolean isRotated() throws IOException {
    try {
      Object current = keyOf(file);
      return current != null && !current.equals(key);
    } catch (NoSuchFileException betweenTwoFiles) {
      return false;
    }
  }

  private void copy(PrintStream out) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (int read = channel.read(block, position); read > 0; read = channel.read(block, position)) {
      out.write(block.array(), 0, read);
      position += read;
      block.clear();
    }
  }

  /** Looks for line feeds from the end; the last one ends the last line and does not count. */
  private long startOfLast(int lines) throws IOException {
    long size = channel.size();
    int found = 0;
    for (long end = size; end > 0; end = Math.max(0, end - BLOCK)) {
      long start = Math.max(0, end - BLOCK);
      ByteBuffer block = ByteBuffer.allocate((int) (end - start));
      while (block.hasRemaining() && channel.read(block, start + block.position()) > 0) {}
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n' && start + i != size - 1 && ++found == lines) {
          return start + i + 1;
        }
      }
    }
    return lines == 0 ? size : 0;
  }

  /** What tells a file from another one of the same name; null where the system has no such. */
  private static @Nullable Object keyOf(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
