package dev.aidis.git;

import java.util.Arrays;

/**
 * The pieces of a content: its lines, cut into pieces of 64 bytes where longer, with the number of
 * bytes that each distinct piece makes up. Sorted by hash.
 */
final class Chunks {
  private static final int LONGEST = 64;

  private final long[] hashes;
  private final long[] bytes;

  private Chunks(long[] hashes, long[] bytes) {
    this.hashes = hashes;
    this.bytes = bytes;
  }

  /** In a text the carriage return of a line end does not count. */
  static Chunks of(byte[] content, boolean text) {
    long[] hashes = new long[Math.max(16, content.length / 16)];
    int size = 0;
    long hash = 0;
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      byte character = content[i];
      if (text && character == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
        continue;
      }
      hash = mix(hash, character);
      length++;
      if (length == LONGEST || character == '\n') {
        hashes = withRoomFor(hashes, size);
        hashes[size++] = withLength(hash, length);
        hash = 0;
        length = 0;
      }
    }
    if (length > 0) {
      hashes = withRoomFor(hashes, size);
      hashes[size++] = withLength(hash, length);
    }
    return summed(Arrays.copyOf(hashes, size));
  }

  long bytesSharedWith(Chunks other) {
    long shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < hashes.length && theirs < other.hashes.length) {
      long order = Long.compare(hashes[mine], other.hashes[theirs]);
      if (order == 0) {
        shared += Math.min(bytes[mine++], other.bytes[theirs++]);
      } else if (order < 0) {
        mine++;
      } else {
        theirs++;
      }
    }
    return shared;
  }

  private static Chunks summed(long[] hashes) {
    Arrays.sort(hashes);
    long[] distinct = new long[hashes.length];
    long[] bytes = new long[hashes.length];
    int size = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        distinct[size++] = hashes[i];
      }
      bytes[size - 1] += length(hashes[i]);
    }
    return new Chunks(Arrays.copyOf(distinct, size), Arrays.copyOf(bytes, size));
  }

  private static long mix(long hash, byte character) {
    long mixed = (hash ^ (character & 0xff)) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 31);
  }

  /** The length of a piece, 1 to 64, stands in the lowest bits of its hash. */
  private static long withLength(long hash, int length) {
    return (hash << 7) | length;
  }

  private static int length(long hash) {
    return (int) (hash & 0x7f);
  }

  private static long[] withRoomFor(long[] hashes, int size) {
    return size < hashes.length ? hashes : Arrays.copyOf(hashes, size * 2);
  }
}
