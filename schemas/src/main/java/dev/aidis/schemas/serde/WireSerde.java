package dev.aidis.schemas.serde;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Makes a codec a Kafka serde: null stays null, as Kafka asks of tombstones. */
public final class WireSerde {
  private WireSerde() {}

  /** Its deserializer throws {@link MalformedRecordException}. */
  public static <T> Serde<T> of(WireCodec<T> codec) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : codec.encode(value),
        (topic, bytes) -> bytes == null ? null : codec.decode(bytes));
  }
}
