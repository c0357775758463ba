package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aidis.schemas.Session;
import dev.aidis.schemas.Topics;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class WireSerdeTest {
  private final Serde<Session> serde = WireSerde.of(WireCodecs.SESSION);

  @Test
  void a_record_comes_back_as_it_went() {
    // Given
    Session session = Contract.SESSION.random(1);
    // When
    byte[] bytes = serde.serializer().serialize(Topics.SESSION_UPDATES, session);
    // Then
    assertThat(serde.deserializer().deserialize(Topics.SESSION_UPDATES, bytes)).isEqualTo(session);
  }

  @Test
  void null_stays_null() {
    assertThat(serde.serializer().serialize(Topics.SESSION_UPDATES, null)).isNull();
    assertThat(serde.deserializer().deserialize(Topics.SESSION_UPDATES, (byte[]) null)).isNull();
  }

  @Test
  void malformed_bytes_are_said_to_be_malformed() {
    assertThatExceptionOfType(MalformedRecordException.class)
        .isThrownBy(() -> serde.deserializer().deserialize(Topics.SESSION_UPDATES, new byte[3]));
  }
}
