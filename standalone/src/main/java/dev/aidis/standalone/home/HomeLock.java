package dev.aidis.standalone.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Held by the one process that uses a home. The operating system frees it with the process, however
 * that ends; what stands in the file says who holds it.
 */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param address where the holder serves, to tell whoever comes second
   * @throws StartException if another tracker holds it
   */
  public static HomeLock take(Home home, String address) throws IOException {
    Path file = home.run().resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw alreadyRunning(file);
    }
    String holder = ProcessHandle.current().pid() + "\n" + address + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    return new HomeLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // by another tracker of this JVM
    }
  }

  private static StartException alreadyRunning(Path file) throws IOException {
    List<String> holder = Files.readAllLines(file);
    String who = holder.size() < 2 ? "" : " (pid %s) at %s".formatted(holder.get(0), holder.get(1));
    return new StartException("already running" + who + "; see ./aidis status");
  }
}
