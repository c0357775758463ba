package dev.aidis.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;

/** Versions of a contract that were never published, and records written in them. */
final class OtherVersions {
  private OtherVersions() {}

  static Schema without(Schema schema, Set<String> names) {
    return record(schema, schema.getFields().stream().filter(f -> !names.contains(f.name())));
  }

  static Schema with(Schema schema, Schema.Field first, Schema.Field last) {
    return record(
        schema,
        Stream.of(Stream.of(first), schema.getFields().stream(), Stream.of(last))
            .flatMap(fields -> fields));
  }

  private static Schema record(Schema like, Stream<Schema.Field> fields) {
    List<Schema.Field> copies =
        fields.map(field -> new Schema.Field(field, field.schema())).toList();
    return Schema.createRecord(like.getName(), like.getDoc(), like.getNamespace(), false, copies);
  }

  /**
   * A record of the current version as a program of another version would have written it.
   *
   * @param added the values of the fields that the current version lacks
   */
  static <T extends Record> byte[] write(
      Contract<T> contract, T value, Schema other, Map<String, Object> added) throws IOException {
    GenericRecord generic = read(contract, contract.codec().encode(value));
    GenericRecord copy = new GenericData.Record(other);
    for (Schema.Field field : other.getFields()) {
      Object known = generic.hasField(field.name()) ? generic.get(field.name()) : null;
      copy.put(field.pos(), added.getOrDefault(field.name(), known));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BinaryMessageEncoder<GenericRecord>(GenericData.get(), other).encode(copy, out);
    return out.toByteArray();
  }

  private static GenericRecord read(Contract<?> contract, byte[] bytes) throws IOException {
    int header = SingleObject.HEADER_LENGTH;
    return new GenericDatumReader<GenericRecord>(contract.codec().versions().current())
        .read(null, DecoderFactory.get().binaryDecoder(bytes, header, bytes.length - header, null));
  }
}
