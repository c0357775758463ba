package dev.aidis.schemas.serde;

import dev.aidis.schemas.TrackerKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryData;
import org.jspecify.annotations.Nullable;

/** Writes one record's header and then its fields, in the types the contracts use. */
final class FieldWriter {
  private static final int USUAL_LENGTH = 512;
  private static final int VARINT_LENGTH = 10;
  private static final int UUID_LENGTH = 2 * Long.BYTES;
  private static final VarHandle BIG_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] buffer = new byte[USUAL_LENGTH];
  private int length;

  FieldWriter(byte[] header) {
    raw(header);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(buffer, length);
  }

  void flag(boolean value) {
    ensure(1);
    length += BinaryData.encodeBoolean(value, buffer, length);
  }

  void number(int value) {
    ensure(VARINT_LENGTH);
    length += BinaryData.encodeInt(value, buffer, length);
  }

  void number(long value) {
    ensure(VARINT_LENGTH);
    length += BinaryData.encodeLong(value, buffer, length);
  }

  void optionalNumber(@Nullable Integer value) {
    presence(value);
    if (value != null) {
      number(value.intValue());
    }
  }

  /** As its place among the constants, which are those of the schema in the same order. */
  <E extends Enum<E>> void constant(E value, List<E> constants) {
    number(constants.indexOf(value));
  }

  void text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void optionalText(@Nullable String value) {
    presence(value);
    if (value != null) {
      text(value);
    }
  }

  void time(Instant value) {
    number(value.toEpochMilli());
  }

  void optionalTime(@Nullable Instant value) {
    presence(value);
    if (value != null) {
      time(value);
    }
  }

  void duration(Duration value) {
    number(value.toMillis());
  }

  void uuid(UUID value) {
    ensure(UUID_LENGTH);
    BIG_ENDIAN_LONG.set(buffer, length, value.getMostSignificantBits());
    BIG_ENDIAN_LONG.set(buffer, length + Long.BYTES, value.getLeastSignificantBits());
    length += UUID_LENGTH;
  }

  void optionalUuid(@Nullable UUID value) {
    presence(value);
    if (value != null) {
      uuid(value);
    }
  }

  void bytes(byte[] value) {
    number(value.length);
    raw(value);
  }

  void trackerKey(TrackerKey value) {
    text(value.owner());
    text(value.workspace());
  }

  /** Which branch of a union with null follows. */
  void presence(@Nullable Object value) {
    number(value == null ? 0 : 1);
  }

  <E> void list(Collection<E> items, Consumer<E> item) {
    blockOf(items.size());
    items.forEach(item);
    number(0);
  }

  /** Sorted by key, so that equal maps give equal bytes. */
  void map(Map<String, String> entries) {
    blockOf(entries.size());
    new TreeMap<>(entries)
        .forEach(
            (key, value) -> {
              text(key);
              text(value);
            });
    number(0);
  }

  /** Avro writes a list or map as one block of its items, if it has any, and an empty one. */
  private void blockOf(int items) {
    if (items > 0) {
      number(items);
    }
  }

  private void raw(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
  }

  private void ensure(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }
}
