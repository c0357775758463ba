package dev.aidis.standalone.failure;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.DeadLetter.Source;
import dev.aidis.schemas.SessionUpdate;
import dev.aidis.schemas.serde.MalformedRecordException;
import dev.aidis.schemas.serde.WireCodec;
import dev.aidis.schemas.serde.WireCodecs;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Records of topics that anybody may have written to. */
final class Decoded {
  private Decoded() {}

  /** Absent if it is none. */
  static @Nullable Activity activity(ConsumerRecord<byte[], byte[]> consumed) {
    return decode(WireCodecs.ACTIVITY, consumed);
  }

  /** Absent if it is none. */
  static @Nullable SessionUpdate update(ConsumerRecord<byte[], byte[]> consumed) {
    return decode(WireCodecs.SESSION_UPDATE, consumed);
  }

  static Source sourceOf(ConsumerRecord<byte[], byte[]> consumed) {
    return new Source(consumed.topic(), consumed.partition(), consumed.offset());
  }

  private static <T> @Nullable T decode(
      WireCodec<T> codec, ConsumerRecord<byte[], byte[]> consumed) {
    byte[] value = consumed.value();
    try {
      return value == null ? null : codec.decode(value);
    } catch (MalformedRecordException e) {
      return null;
    }
  }
}
