package dev.aidis.schemas.serde;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a record of the contract they were read as. Reading them again won't help. */
public final class MalformedRecordException extends RuntimeException {

  /** Which rule the bytes break. The names stand in dead letters: never rename one. */
  public enum Reason {
    /** It does not begin with the magic of the single-object encoding. */
    NOT_AVRO,
    /** No published version of the contract has the fingerprint it names. */
    UNKNOWN_SCHEMA,
    /** It ends before the record does. */
    TRUNCATED,
    /** It goes on after the record's end. */
    TRAILING_BYTES,
    /** A value is outside its type or outside the bounds of its field. */
    INVALID_VALUE,
    /** A time is outside the bounds of its field: usually a mistake of units. */
    TIME_OUT_OF_RANGE
  }

  private final String contract;
  private final Reason reason;

  MalformedRecordException(
      String contract, Reason reason, String found, @Nullable Throwable cause) {
    super(contract + " " + reason + ": " + found, cause);
    this.contract = contract;
    this.reason = reason;
  }

  /** The contract it was read as, such as {@code session-update}. */
  public String contract() {
    return contract;
  }

  public Reason reason() {
    return reason;
  }
}
