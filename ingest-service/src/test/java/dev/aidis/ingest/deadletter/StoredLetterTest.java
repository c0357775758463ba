package dev.aidis.ingest.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class StoredLetterTest {
  private static final DeadLetter.Source SOURCE = new DeadLetter.Source("aidis.activities", 1, 4);

  @Test
  void textIsShownAsText() {
    StoredLetter letter = stored("{\"not\": \"avro\"}\n".getBytes(StandardCharsets.UTF_8));

    assertThat(letter)
        .isEqualTo(
            new StoredLetter(
                3,
                17,
                Instant.ofEpochMilli(1_000),
                "stream-processor",
                "not_avro",
                "no magic",
                "ada/main",
                SOURCE,
                16,
                null,
                "{\"not\": \"avro\"}\n",
                null));
  }

  @Test
  void whatIsNoTextIsShownInHexadecimal() {
    assertThat(stored(new byte[] {(byte) 0xc3, 1, 27}).valueHex()).isEqualTo("c3 01 1b");
  }

  @Test
  void ofALongValueTheStartIsShown() {
    StoredLetter letter = stored("x".repeat(9_000_000).getBytes(StandardCharsets.UTF_8));

    assertThat(letter.valueText()).hasSize(512);
    assertThat(letter.valueBytes()).isEqualTo(65_536);
    assertThat(letter.cut()).isEqualTo("value of 9000000 bytes");
  }

  private static StoredLetter stored(byte[] value) {
    byte[] key = "ada/main".getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> letter =
        new DeadLetter("stream-processor", "not_avro", "no magic", SOURCE)
            .letter(key, value, new RecordHeaders());
    return StoredLetter.of(
        new ConsumerRecord<>(
            letter.topic(),
            3,
            17,
            1_000,
            TimestampType.LOG_APPEND_TIME,
            key.length,
            letter.value().length,
            letter.key(),
            letter.value(),
            letter.headers(),
            java.util.Optional.empty()));
  }
}
