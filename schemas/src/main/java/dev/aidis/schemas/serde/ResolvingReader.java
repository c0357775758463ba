package dev.aidis.schemas.serde;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;

/**
 * Reads a record of one version as one of another, as Avro resolves them. Lists and maps grow as
 * their items are read, whatever number of items the bytes claim.
 */
final class ResolvingReader extends GenericDatumReader<Object> {
  private static final int FIRST_CAPACITY = 16;

  ResolvingReader(Schema writer, Schema reader) {
    super(writer, reader);
  }

  @Override
  protected Object newArray(Object old, int size, Schema schema) {
    return super.newArray(old, Math.min(size, FIRST_CAPACITY), schema);
  }

  @Override
  protected Object newMap(Object old, int size) {
    return super.newMap(old, Math.min(size, FIRST_CAPACITY));
  }
}
