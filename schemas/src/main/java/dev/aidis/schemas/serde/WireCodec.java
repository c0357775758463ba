package dev.aidis.schemas.serde;

/**
 * Writes and reads one kind of wire record. Thread-safe; equal records give equal bytes.
 *
 * @param <T> the record
 */
public interface WireCodec<T> {

  /**
   * The record in the newest published version of its contract. Text is written as UTF-8, where an
   * unpaired surrogate becomes a question mark.
   */
  byte[] encode(T value);

  /**
   * The record, written in any published version of its contract.
   *
   * @throws MalformedRecordException if the bytes are not exactly one such record
   */
  T decode(byte[] bytes);
}
