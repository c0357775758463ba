package dev.aidis.schemas.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal texts as one object. Most texts of a record (its owner, repository, branch, model)
 * are those of the record before; thousands of decoded records wait together to be written, and
 * would each have copies of its own to be kept and moved by the collector.
 *
 * <p>Holds the last text of each place of a table of fixed size, so it never grows. Thread-safe
 * without locks: entries are immutable, and one that another thread has just replaced is made anew.
 */
final class SharedTexts {
  /** In bytes; longer texts are rarely told twice. */
  static final int LONGEST = 64;

  private static final int BITS = 11;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final @Nullable Entry[] entries = new Entry[1 << BITS];

  private static final class Entry {
    final byte[] bytes;
    final String text;

    Entry(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }

    boolean isOf(byte[] buffer, int begin, int end) {
      return Arrays.equals(bytes, 0, bytes.length, buffer, begin, end);
    }
  }

  /** The text that these bytes are in UTF-8, replacing what is malformed as {@code String} does. */
  String of(byte[] buffer, int begin, int length) {
    if (length > LONGEST) {
      return decode(buffer, begin, length);
    }
    int place = place(buffer, begin, length);
    Entry known = entries[place];
    if (known != null && known.isOf(buffer, begin, begin + length)) {
      return known.text;
    }
    String text = decode(buffer, begin, length);
    entries[place] = new Entry(Arrays.copyOfRange(buffer, begin, begin + length), text);
    return text;
  }

  private static String decode(byte[] buffer, int begin, int length) {
    return new String(buffer, begin, length, StandardCharsets.UTF_8);
  }

  private static int place(byte[] buffer, int begin, int length) {
    long hash = length;
    int at = begin;
    int end = begin + length;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash ^ (long) LONGS.get(buffer, at));
    }
    for (; at < end; at++) {
      hash = mixed(hash ^ buffer[at]);
    }
    return (int) (hash >>> (Long.SIZE - BITS));
  }

  private static long mixed(long hash) {
    long product = hash * GOLDEN_RATIO;
    return product ^ (product >>> (Long.SIZE / 2));
  }
}
