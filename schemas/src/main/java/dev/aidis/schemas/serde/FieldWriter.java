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

/**
 * Writes one record's header and then its fields, in the types the contracts use. A thread keeps
 * its writer, so that to one that writes many a record costs no more memory than its bytes.
 */
final class FieldWriter {
  private static final int USUAL_LENGTH = 2_048;

  /** What a thread keeps is no longer than this: one large record must not be paid for for ever. */
  private static final int KEPT_LENGTH = 64 << 10;

  private static final ThreadLocal<FieldWriter> OF_THREAD =
      ThreadLocal.withInitial(FieldWriter::new);

  /** As long as the length of most records that are fields of others is, in bytes. */
  private static final int USUAL_LENGTH_OF_LENGTH = 2;

  private static final int VARINT_LENGTH = 10;
  private static final int UUID_LENGTH = 2 * Long.BYTES;
  private static final VarHandle BIG_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] buffer = new byte[USUAL_LENGTH];
  private int length;
  private boolean isWriting;

  private FieldWriter() {}

  /** The bytes that the action writes. */
  static byte[] write(Consumer<FieldWriter> action) {
    FieldWriter ofThread = OF_THREAD.get();
    return (ofThread.isWriting ? new FieldWriter() : ofThread).written(action);
  }

  private byte[] written(Consumer<FieldWriter> action) {
    isWriting = true;
    try {
      length = 0;
      action.accept(this);
      return Arrays.copyOf(buffer, length);
    } finally {
      isWriting = false;
      if (buffer.length > KEPT_LENGTH) {
        buffer = new byte[USUAL_LENGTH];
      }
    }
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

  /** What the action writes, as a field of bytes. */
  void nested(Consumer<FieldWriter> action) {
    int lengthAt = length;
    int contentAt = lengthAt + USUAL_LENGTH_OF_LENGTH;
    ensure(USUAL_LENGTH_OF_LENGTH);
    length = contentAt;
    action.accept(this);
    int contentLength = length - contentAt;
    ensure(VARINT_LENGTH);
    byte[] encoded = new byte[VARINT_LENGTH];
    int lengthOfLength = BinaryData.encodeInt(contentLength, encoded, 0);
    if (lengthOfLength != USUAL_LENGTH_OF_LENGTH) {
      System.arraycopy(buffer, contentAt, buffer, lengthAt + lengthOfLength, contentLength);
    }
    System.arraycopy(encoded, 0, buffer, lengthAt, lengthOfLength);
    length = lengthAt + lengthOfLength + contentLength;
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

  /** Bytes whose length is not written. */
  void raw(byte[] value) {
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
