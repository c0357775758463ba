package dev.aidis.schemas.serde;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Encodes wire records by Avro's own generic writer, matching record components to schema fields by
 * name: slow, and independent of the codecs.
 */
final class AvroOracle {
  private AvroOracle() {}

  static byte[] encode(Object record, Schema schema) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new BinaryMessageEncoder<Object>(GenericData.get(), schema)
        .encode(generic(record, schema), bytes);
    return bytes.toByteArray();
  }

  /** The same record in Avro's other form, where lists and maps come in blocks with their size. */
  static byte[] encodeInBlocks(Object record, Schema schema) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Arrays.copyOf(encode(record, schema), SingleObject.HEADER_LENGTH));
    BinaryEncoder encoder = new EncoderFactory().blockingBinaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(generic(record, schema), encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static @Nullable Object generic(@Nullable Object value, Schema schema) {
    return switch (schema.getType()) {
      case UNION -> value == null ? null : generic(value, schema.getTypes().get(1));
      case RECORD -> genericRecord((Record) value(value), schema);
      case ENUM -> new GenericData.EnumSymbol(schema, value(value).toString());
      case ARRAY ->
          ((List<?>) value(value))
              .stream().map(item -> generic(item, schema.getElementType())).toList();
      case MAP -> new TreeMap<>((Map<?, ?>) value(value));
      case FIXED -> new GenericData.Fixed(schema, bytes((UUID) value(value)));
      case BYTES -> ByteBuffer.wrap(nested(value(value)));
      case LONG -> millisOrNumber(value(value));
      default -> value;
    };
  }

  private static GenericData.Record genericRecord(Record value, Schema schema) {
    GenericData.Record generic = new GenericData.Record(schema);
    Components.of(value)
        .forEach(
            (name, component) -> {
              Schema.Field field = schema.getField(name);
              generic.put(field.pos(), generic(component, field.schema()));
            });
    return generic;
  }

  private static byte[] nested(Object value) {
    try {
      return switch (value) {
        case Activity activity -> encode(activity, Contract.ACTIVITY.codec().versions().current());
        case Session session -> encode(session, Contract.SESSION.codec().versions().current());
        default -> throw new AssertionError("no contract for " + value.getClass());
      };
    } catch (IOException e) {
      throw new AssertionError("memory cannot be written", e);
    }
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static long millisOrNumber(Object value) {
    return switch (value) {
      case Instant time -> time.toEpochMilli();
      case Duration duration -> duration.toMillis();
      default -> ((Number) value).longValue();
    };
  }

  private static Object value(@Nullable Object value) {
    return Objects.requireNonNull(value, "only a union may be absent");
  }
}
