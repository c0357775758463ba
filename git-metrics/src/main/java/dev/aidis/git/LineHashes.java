package dev.aidis.git;

import java.util.Arrays;

/**
 * Turns text that comes in pieces into one 64-bit hash for each line. Two different lines get the
 * same hash with a probability that does not matter here: a count would be off by one line.
 */
final class LineHashes {
  private static final long START = 0xcbf29ce484222325L;
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private long[] lines = new long[64];
  private int size;
  private long current = START;
  private boolean insideLine;

  static long[] of(byte[] text) {
    LineHashes hashes = new LineHashes();
    hashes.add(text, text.length);
    return hashes.finish();
  }

  void add(byte[] text, int length) {
    long hash = current;
    boolean inside = insideLine;
    for (int i = 0; i < length; i++) {
      byte character = text[i];
      hash = (hash ^ (character & 0xff)) * FACTOR;
      hash ^= hash >>> 29;
      inside = character != '\n';
      if (!inside) {
        append(hash);
        hash = START;
      }
    }
    current = hash;
    insideLine = inside;
  }

  long[] finish() {
    if (insideLine) {
      append(current);
    }
    return Arrays.copyOf(lines, size);
  }

  private void append(long hash) {
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, size * 2);
    }
    lines[size++] = hash;
  }
}
