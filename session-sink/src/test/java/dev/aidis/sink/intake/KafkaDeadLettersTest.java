package dev.aidis.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {
  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final KafkaDeadLetters deadLetters = new KafkaDeadLetters(kafka);

  @Test
  void aDeadLetterIsTheRecordAsItCameWithTheReasonInHeaders() {
    // Given
    ConsumerRecord<byte[], byte[]> dropped = Records.record(42, new byte[] {1, 2, 3});

    // When
    deadLetters.store(dropped, DropReason.MALFORMED, "no magic");

    // Then
    ProducerRecord<byte[], byte[]> letter = kafka.history().getFirst();
    assertThat(letter.topic()).isEqualTo("aidis.dead-letters");
    assertThat(letter.key()).isEqualTo(dropped.key());
    assertThat(letter.value()).containsExactly(1, 2, 3);
    assertThat(headersOf(letter))
        .isEqualTo(
            Map.of(
                "aidis.reason", "malformed",
                "aidis.detail", "no magic",
                "aidis.stage", "session-sink",
                "aidis.source-topic", "aidis.session-updates",
                "aidis.source-partition", "3",
                "aidis.source-offset", "42"));
  }

  @Test
  void aDeadLetterThatIsNotStoredIsAFailure() {
    // Given
    kafka.sendException = new KafkaException("the broker is away");

    // When, Then
    assertThatThrownBy(
            () -> deadLetters.store(Records.record(1, new byte[0]), DropReason.EMPTY, "empty"))
        .isInstanceOf(KafkaException.class);
  }

  private static Map<String, String> headersOf(ProducerRecord<byte[], byte[]> letter) {
    Map<String, String> headers = new TreeMap<>();
    letter
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }
}
