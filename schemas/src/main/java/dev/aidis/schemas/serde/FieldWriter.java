package dev.aidis.schemas.serde;

import dev.aidis.schemas.TrackerKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Writes one record's header and then its fields, in the types the contracts use. */
final class FieldWriter {
  private static final int USUAL_LENGTH = 512;
  private static final int ABSENT = 0;
  private static final int PRESENT = 1;
  private static final VarHandle BIG_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
  private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
  private final byte[] uuid = new byte[2 * Long.BYTES];

  FieldWriter(byte[] header) {
    bytes.writeBytes(header);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  void flag(boolean value) throws IOException {
    encoder.writeBoolean(value);
  }

  void number(int value) throws IOException {
    encoder.writeInt(value);
  }

  void number(long value) throws IOException {
    encoder.writeLong(value);
  }

  void optionalNumber(@Nullable Integer value) throws IOException {
    presence(value);
    if (value != null) {
      number(value.intValue());
    }
  }

  /** As its place among the constants, which are those of the schema in the same order. */
  <E extends Enum<E>> void constant(E value, List<E> constants) throws IOException {
    encoder.writeEnum(constants.indexOf(value));
  }

  void text(String value) throws IOException {
    encoder.writeString(value);
  }

  void optionalText(@Nullable String value) throws IOException {
    presence(value);
    if (value != null) {
      text(value);
    }
  }

  void time(Instant value) throws IOException {
    encoder.writeLong(value.toEpochMilli());
  }

  void optionalTime(@Nullable Instant value) throws IOException {
    presence(value);
    if (value != null) {
      time(value);
    }
  }

  void duration(Duration value) throws IOException {
    encoder.writeLong(value.toMillis());
  }

  void uuid(UUID value) throws IOException {
    BIG_ENDIAN_LONG.set(uuid, 0, value.getMostSignificantBits());
    BIG_ENDIAN_LONG.set(uuid, Long.BYTES, value.getLeastSignificantBits());
    encoder.writeFixed(uuid);
  }

  void optionalUuid(@Nullable UUID value) throws IOException {
    presence(value);
    if (value != null) {
      uuid(value);
    }
  }

  void bytes(byte[] value) throws IOException {
    encoder.writeBytes(value);
  }

  void trackerKey(TrackerKey value) throws IOException {
    text(value.owner());
    text(value.workspace());
  }

  /** Which branch of a union with null follows. */
  void presence(@Nullable Object value) throws IOException {
    encoder.writeIndex(value == null ? ABSENT : PRESENT);
  }

  <E> void list(Collection<E> items, Item<E> item) throws IOException {
    encoder.writeArrayStart();
    encoder.setItemCount(items.size());
    for (E each : items) {
      item.write(each);
    }
    encoder.writeArrayEnd();
  }

  /** Sorted by key, so that equal maps give equal bytes. */
  void map(Map<String, String> entries) throws IOException {
    String[] keys = entries.keySet().toArray(String[]::new);
    Arrays.sort(keys);
    encoder.writeMapStart();
    encoder.setItemCount(keys.length);
    for (String key : keys) {
      text(key);
      text(entries.getOrDefault(key, ""));
    }
    encoder.writeMapEnd();
  }

  /** Writes one item of a list. */
  @FunctionalInterface
  interface Item<E> {
    void write(E item) throws IOException;
  }
}
