package dev.aidis.processor;

import dev.aidis.schemas.serde.MalformedRecordException;
import java.util.Locale;

/** Why a record was not counted. Each stands in the dead letter's headers and in a metric's tag. */
enum RejectionReason {
  NO_KEY,
  /** The key is not that of the activity. */
  WRONG_KEY,
  NO_VALUE,
  /** It is too large to be an activity, and to be kept whole as a dead letter. */
  TOO_LARGE,
  NOT_AVRO,
  /** It names a schema that this version does not have: a newer program's, perhaps. */
  UNKNOWN_SCHEMA,
  /** It ends in the middle of a value. */
  TRUNCATED,
  /** It goes on after its end. */
  TRAILING_BYTES,
  /** A value is outside the bounds of its field. */
  INVALID_VALUE,
  /** It claims to have happened before 1970 or after 2200. */
  TIME_OUT_OF_RANGE,
  /** The processor failed on it, by a mistake of its own. */
  PROCESSING_FAILED;

  static RejectionReason of(MalformedRecordException malformed) {
    return switch (malformed.reason()) {
      case NOT_AVRO -> NOT_AVRO;
      case UNKNOWN_SCHEMA -> UNKNOWN_SCHEMA;
      case TRUNCATED -> TRUNCATED;
      case TRAILING_BYTES -> TRAILING_BYTES;
      case INVALID_VALUE -> INVALID_VALUE;
      case TIME_OUT_OF_RANGE -> TIME_OUT_OF_RANGE;
    };
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
