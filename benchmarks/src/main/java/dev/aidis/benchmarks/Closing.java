package dev.aidis.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Closes what was opened one after the other, the last first: all of it, whatever fails. So that a
 * part that does not start leaves nothing running.
 */
public final class Closing implements Closeable {
  private final Deque<Closeable> opened = new ArrayDeque<>();

  /**
   * Returns the resource.
   *
   * @param close will be called when this is closed
   */
  public <T> T keep(T resource, Closeable close) {
    opened.push(close);
    return resource;
  }

  /** Throws the first failure; the others are suppressed ones of it. */
  @Override
  public void close() throws IOException {
    Exception first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (IOException | RuntimeException e) {
        first = together(first, e);
      }
    }
    if (first instanceof IOException failure) {
      throw failure;
    }
    if (first instanceof RuntimeException failure) {
      throw failure;
    }
  }

  /** Closes what was opened before {@code failure}, which is to be thrown. */
  public void closeAfter(Throwable failure) {
    try {
      close();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static Exception together(@Nullable Exception first, Exception next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
