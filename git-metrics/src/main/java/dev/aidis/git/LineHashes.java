package dev.aidis.git;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Turns text into one 64-bit hash for each line, its line feed included. Two different lines get
 * the same hash with a probability that does not matter here: a count would be off by one line.
 *
 * <p>Most of the time of reading a history is spent here, so eight bytes are taken at a time.
 */
final class LineHashes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long START = 0xcbf29ce484222325L;
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private long[] lines = new long[64];
  private int size;

  static long[] of(byte[] text) {
    LineHashes hashes = new LineHashes();
    int rest = hashes.add(text, text.length);
    hashes.addLast(text, rest, text.length);
    return hashes.finish();
  }

  /** Adds all whole lines; returns where the line begins that is not at its end yet. */
  int add(byte[] text, int length) {
    int lineStart = 0;
    long hash = START;
    int position = 0;
    while (position + Long.BYTES <= length) {
      long bytes = (long) LONGS.get(text, position);
      long feeds = lineFeeds(bytes);
      if (feeds == 0) {
        hash = mix(hash, bytes);
        position += Long.BYTES;
      } else {
        int taken = Long.numberOfTrailingZeros(feeds) / Byte.SIZE + 1;
        append(end(hash, firstBytes(bytes, taken), taken));
        hash = START;
        position += taken;
        lineStart = position;
      }
    }
    return addTail(text, lineStart, length);
  }

  /** Adds a line that does not end in a line feed, if there is any of it. */
  void addLast(byte[] text, int from, int to) {
    if (from < to) {
      append(hash(text, from, to));
    }
  }

  long[] finish() {
    return Arrays.copyOf(lines, size);
  }

  /** The whole lines among the last few bytes, one byte at a time. */
  private int addTail(byte[] text, int from, int length) {
    int lineStart = from;
    for (int i = Math.max(from, length - Long.BYTES); i < length; i++) {
      if (text[i] == '\n') {
        append(hash(text, lineStart, i + 1));
        lineStart = i + 1;
      }
    }
    return lineStart;
  }

  private static long hash(byte[] text, int from, int to) {
    long hash = START;
    int position = from;
    for (; position + Long.BYTES < to; position += Long.BYTES) {
      hash = mix(hash, (long) LONGS.get(text, position));
    }
    long rest = 0;
    for (int i = position; i < to; i++) {
      rest |= (text[i] & 0xffL) << (Byte.SIZE * (i - position));
    }
    return end(hash, rest, to - position);
  }

  /** A mark in the lowest byte that is a line feed; marks above that one may be false. */
  private static long lineFeeds(long bytes) {
    long zeroWhereFeed = bytes ^ LINE_FEEDS;
    return (zeroWhereFeed - LOW_BITS) & ~zeroWhereFeed & HIGH_BITS;
  }

  private static long firstBytes(long bytes, int count) {
    return count == Long.BYTES ? bytes : bytes & ((1L << (Byte.SIZE * count)) - 1);
  }

  private static long mix(long hash, long bytes) {
    long mixed = (hash ^ bytes) * FACTOR;
    return mixed ^ (mixed >>> 29);
  }

  /** The last one to eight bytes, with their number: zero bytes are bytes too. */
  private static long end(long hash, long bytes, int count) {
    return mix(mix(hash, bytes), count);
  }

  private void append(long hash) {
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, size * 2);
    }
    lines[size++] = hash;
  }
}
