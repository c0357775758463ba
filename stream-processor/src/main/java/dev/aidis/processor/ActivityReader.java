package dev.aidis.processor;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.DeadLetter;
import dev.aidis.schemas.serde.MalformedRecordException;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Record;

/** Reads a record as the activity it should be. */
final class ActivityReader {
  private ActivityReader() {}

  /**
   * The activity.
   *
   * @throws RejectedRecordException if it is none
   */
  static Activity read(Record<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      throw new RejectedRecordException(RejectionReason.NO_VALUE, "the record has no value");
    }
    if (value.length > DeadLetter.LARGEST) {
      throw new RejectedRecordException(
          RejectionReason.TOO_LARGE,
          "the value has %d bytes, more than %d".formatted(value.length, DeadLetter.LARGEST));
    }
    Activity activity = decode(value);
    requireKey(record.key(), activity.trackerKey().toString().getBytes(StandardCharsets.UTF_8));
    return activity;
  }

  private static Activity decode(byte[] value) {
    try {
      return WireCodecs.ACTIVITY.decode(value);
    } catch (MalformedRecordException e) {
      throw new RejectedRecordException(RejectionReason.of(e), String.valueOf(e.getMessage()));
    }
  }

  private static void requireKey(byte[] key, byte[] expected) {
    if (key == null) {
      throw new RejectedRecordException(
          RejectionReason.NO_KEY, "the record has no key, it must be " + text(expected));
    }
    if (!Arrays.equals(expected, key)) {
      throw new RejectedRecordException(
          RejectionReason.WRONG_KEY,
          "the record's key must be that of its activity, %s".formatted(text(expected)));
    }
  }

  private static String text(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }
}
