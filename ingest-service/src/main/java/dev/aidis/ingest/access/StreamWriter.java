package dev.aidis.ingest.access;

import java.io.PrintWriter;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes a stream of events for the SDK, which writes whole lines, and signs of life between these.
 * Thread-safe, as Tomcat's writer is not.
 */
final class StreamWriter extends PrintWriter {
  /**
   * A comment, which clients skip (HTML, 9.2.5). Without an empty line, which would end an event
   * that is being written.
   */
  private static final String SIGN_OF_LIFE = ":\n";

  private final ReentrantLock writing = new ReentrantLock();
  private boolean ended;

  StreamWriter(PrintWriter out) {
    super(out);
  }

  /**
   * Writes a comment, unless the stream has ended: it finds out whether the client has gone, and
   * keeps proxies from taking the connection for dead. Blocks as long as writing does.
   *
   * @return whether it could be written, as far as this side can know
   */
  boolean stayAlive() {
    writing.lock();
    try {
      if (ended) {
        return true;
      }
      write(SIGN_OF_LIFE);
      return !checkError();
    } finally {
      writing.unlock();
    }
  }

  /** The response may be of another request from now on. */
  void end() {
    writing.lock();
    try {
      ended = true;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void write(String text) {
    writing.lock();
    try {
      super.write(text);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void flush() {
    writing.lock();
    try {
      super.flush();
    } finally {
      writing.unlock();
    }
  }

  /** Flushes before it looks. */
  @Override
  public boolean checkError() {
    writing.lock();
    try {
      return super.checkError();
    } finally {
      writing.unlock();
    }
  }
}
