package dev.aidis.schemas.serde;

import java.io.EOFException;

/**
 * Writes and reads a record of one contract as a field of another's: whole, with its own header.
 *
 * @param <T> the record
 */
interface NestedCodec<T> {
  void writeNested(T value, FieldWriter out);

  T readNested(FieldReader in) throws EOFException;
}
