package dev.aidis.schemas.serde;

import dev.aidis.schemas.TrackerKey;
import java.io.IOException;
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
import org.apache.avro.io.BinaryDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record's fields, in the types the contracts use. The decoder checks every length it is
 * told against the bytes that are left, so no length allocates more than the record is long; lists
 * and maps grow as their items are read.
 */
final class FieldReader {
  private static final VarHandle BIG_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final BinaryDecoder decoder;
  private final byte[] uuid = new byte[2 * Long.BYTES];

  FieldReader(BinaryDecoder decoder) {
    this.decoder = decoder;
  }

  boolean flag() throws IOException {
    return decoder.readBoolean();
  }

  int number() throws IOException {
    return decoder.readInt();
  }

  long longNumber() throws IOException {
    return decoder.readLong();
  }

  @Nullable Integer optionalNumber() throws IOException {
    return isPresent() ? Integer.valueOf(number()) : null;
  }

  <E extends Enum<E>> E constant(List<E> constants) throws IOException {
    int ordinal = decoder.readEnum();
    if (ordinal < 0 || ordinal >= constants.size()) {
      throw new IllegalArgumentException(
          "enum value " + ordinal + " must be one of the " + constants.size() + " of " + constants);
    }
    return constants.get(ordinal);
  }

  String text() throws IOException {
    return decoder.readString();
  }

  @Nullable String optionalText() throws IOException {
    return isPresent() ? text() : null;
  }

  Instant time() throws IOException {
    return Instant.ofEpochMilli(decoder.readLong());
  }

  @Nullable Instant optionalTime() throws IOException {
    return isPresent() ? time() : null;
  }

  Duration duration() throws IOException {
    return Duration.ofMillis(decoder.readLong());
  }

  UUID uuid() throws IOException {
    decoder.readFixed(uuid);
    return new UUID(
        (long) BIG_ENDIAN_LONG.get(uuid, 0), (long) BIG_ENDIAN_LONG.get(uuid, Long.BYTES));
  }

  @Nullable UUID optionalUuid() throws IOException {
    return isPresent() ? uuid() : null;
  }

  byte[] bytes() throws IOException {
    return decoder.readBytes(null).array();
  }

  TrackerKey trackerKey() throws IOException {
    return new TrackerKey(text(), text());
  }

  /** Whether a value follows, in a union with null. */
  boolean isPresent() throws IOException {
    int branch = decoder.readIndex();
    if (branch != 0 && branch != 1) {
      throw new IllegalArgumentException("union branch " + branch + " must be 0 or 1");
    }
    return branch == 1;
  }

  <E> List<E> list(Item<E> item) throws IOException {
    long count = decoder.readArrayStart();
    if (count == 0) {
      return List.of();
    }
    List<E> items = new ArrayList<>();
    for (; count != 0; count = decoder.arrayNext()) {
      for (long i = 0; i < count; i++) {
        items.add(item.read());
      }
    }
    return items;
  }

  Map<String, String> map() throws IOException {
    long count = decoder.readMapStart();
    if (count == 0) {
      return Map.of();
    }
    Map<String, String> entries = new HashMap<>();
    for (; count != 0; count = decoder.mapNext()) {
      for (long i = 0; i < count; i++) {
        entries.put(text(), text());
      }
    }
    return entries;
  }

  /** Reads one item of a list. */
  @FunctionalInterface
  interface Item<E> {
    E read() throws IOException;
  }
}
