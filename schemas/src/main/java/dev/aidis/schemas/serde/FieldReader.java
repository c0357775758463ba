package dev.aidis.schemas.serde;

import dev.aidis.schemas.TrackerKey;
import java.io.EOFException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record's fields, in the types the contracts use. Every length is checked against the
 * bytes that are left before anything is allocated; lists and maps grow as their items are read.
 *
 * <p>Throws {@link EOFException} where the record ends too early, {@link IllegalArgumentException}
 * where a value is none of its type.
 */
final class FieldReader {
  private static final SharedTexts TEXTS = new SharedTexts();
  private static final int UUID_LENGTH = 2 * Long.BYTES;
  private static final int VARINT_BITS = 7;
  private static final int VARINT_MASK = 0x7F;
  private static final VarHandle BIG_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] buffer;
  private final int end;
  private int position;

  /** Reads the bytes from {@code begin} to before {@code end}. */
  FieldReader(byte[] buffer, int begin, int end) {
    this.buffer = buffer;
    this.position = begin;
    this.end = end;
  }

  int remaining() {
    return end - position;
  }

  boolean flag() throws EOFException {
    byte value = buffer[advance(1)];
    if (value != 0 && value != 1) {
      throw new IllegalArgumentException("boolean " + value + " must be 0 or 1");
    }
    return value == 1;
  }

  int number() throws EOFException {
    long number = longNumber();
    if (number != (int) number) {
      throw new IllegalArgumentException("number " + number + " must fit in 32 bits");
    }
    return (int) number;
  }

  long longNumber() throws EOFException {
    long zigzag = 0;
    for (int shift = 0; shift < Long.SIZE; shift += VARINT_BITS) {
      byte next = buffer[advance(1)];
      zigzag |= (long) (next & VARINT_MASK) << shift;
      if (next >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
    throw new IllegalArgumentException("number at byte " + position + " is longer than 10 bytes");
  }

  @Nullable Integer optionalNumber() throws EOFException {
    return isPresent() ? Integer.valueOf(number()) : null;
  }

  <E extends Enum<E>> E constant(List<E> constants) throws EOFException {
    int index = number();
    if (index < 0 || index >= constants.size()) {
      throw new IllegalArgumentException(
          "enum value " + index + " must be the place, from 0, of one of " + constants);
    }
    return constants.get(index);
  }

  String text() throws EOFException {
    int length = length();
    return TEXTS.of(buffer, advance(length), length);
  }

  @Nullable String optionalText() throws EOFException {
    return isPresent() ? text() : null;
  }

  Instant time() throws EOFException {
    return Instant.ofEpochMilli(longNumber());
  }

  @Nullable Instant optionalTime() throws EOFException {
    return isPresent() ? time() : null;
  }

  Duration duration() throws EOFException {
    return Duration.ofMillis(longNumber());
  }

  UUID uuid() throws EOFException {
    int at = advance(UUID_LENGTH);
    return new UUID(
        (long) BIG_ENDIAN_LONG.get(buffer, at),
        (long) BIG_ENDIAN_LONG.get(buffer, at + Long.BYTES));
  }

  @Nullable UUID optionalUuid() throws EOFException {
    return isPresent() ? uuid() : null;
  }

  /** A record of another contract, in a field of bytes. */
  <T> T nested(AvroCodec<T> codec) throws EOFException {
    int length = length();
    int at = advance(length);
    return codec.decode(buffer, at, at + length);
  }

  TrackerKey trackerKey() throws EOFException {
    return new TrackerKey(text(), text());
  }

  /** Whether a value follows, in a union with null. */
  boolean isPresent() throws EOFException {
    long branch = longNumber();
    if (branch != 0 && branch != 1) {
      throw new IllegalArgumentException("union branch " + branch + " must be 0 or 1");
    }
    return branch == 1;
  }

  <E> List<E> list(Item<E> item) throws EOFException {
    long count = blockCount();
    if (count == 0) {
      return List.of();
    }
    List<E> items = new ArrayList<>();
    for (; count > 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        items.add(item.read());
      }
    }
    return items;
  }

  Map<String, String> map() throws EOFException {
    long count = blockCount();
    if (count == 0) {
      return Map.of();
    }
    Map<String, String> entries = new HashMap<>();
    for (; count > 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        entries.put(text(), text());
      }
    }
    return entries;
  }

  /** How many items follow in this block; written negative, the block's size in bytes follows. */
  private long blockCount() throws EOFException {
    long count = longNumber();
    if (count >= 0) {
      return count;
    }
    longNumber();
    return Math.negateExact(count);
  }

  private int length() throws EOFException {
    long length = longNumber();
    if (length < 0) {
      throw new IllegalArgumentException("length " + length + " must not be negative");
    }
    requireRemaining(length);
    return (int) length;
  }

  /** Passes the next bytes and gives where they begin. */
  private int advance(int count) throws EOFException {
    requireRemaining(count);
    int at = position;
    position += count;
    return at;
  }

  private void requireRemaining(long count) throws EOFException {
    if (count > remaining()) {
      throw new EOFException(
          "%d bytes must follow byte %d, it has %d".formatted(count, position, remaining()));
    }
  }

  /** Reads one item of a list. */
  @FunctionalInterface
  interface Item<E> {
    E read() throws EOFException;
  }
}
