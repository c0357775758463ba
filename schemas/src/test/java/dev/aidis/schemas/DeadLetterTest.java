package dev.aidis.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  private static final DeadLetter WHY =
      new DeadLetter(
          "stream-processor",
          "not_avro",
          "it does not begin with C3 01",
          new DeadLetter.Source("aidis.activities", 3, 17));

  @Test
  void aLetterIsTheRecordAsItCameWithTheReasonInHeaders() {
    // Given
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", bytes("abc"));

    // When
    ProducerRecord<byte[], byte[]> letter = WHY.letter(bytes("ada/main"), bytes("{}"), headers);

    // Then
    assertThat(letter.topic()).isEqualTo(Topics.DEAD_LETTERS);
    assertThat(letter.key()).isEqualTo(bytes("ada/main"));
    assertThat(letter.value()).isEqualTo(bytes("{}"));
    assertThat(letter.headers().lastHeader("trace").value()).isEqualTo(bytes("abc"));
    assertThat(DeadLetter.of(letter.headers())).isEqualTo(WHY);
    assertThat(DeadLetter.cutOf(letter.headers())).isNull();
    assertThat(headers.toArray()).as("the record's own headers").hasSize(1);
  }

  @Test
  void ofARecordThatIsTooHeavyTheStartIsKept() {
    // Given
    byte[] value = new byte[10_000_000];
    Arrays.fill(value, (byte) 'x');
    RecordHeaders headers = new RecordHeaders();
    headers.add("large", new byte[5_000_000]);

    // When
    ProducerRecord<byte[], byte[]> letter = WHY.letter(new byte[9_000], value, headers);

    // Then
    assertThat(letter.key()).hasSize(4096);
    assertThat(letter.value()).hasSize(DeadLetter.START).containsOnly('x');
    assertThat(letter.headers().lastHeader("large")).isNull();
    assertThat(DeadLetter.cutOf(letter.headers()))
        .isEqualTo("key of 9000 bytes, value of 10000000 bytes, headers of 5000015 bytes");
    assertThat(DeadLetter.of(letter.headers())).isEqualTo(WHY);
  }

  @Test
  void aRecordWithoutKeyAndValueIsALetterToo() {
    ProducerRecord<byte[], byte[]> letter = WHY.letter(null, null, new RecordHeaders());

    assertThat(letter.key()).isNull();
    assertThat(letter.value()).isNull();
    assertThat(DeadLetter.of(letter.headers())).isEqualTo(WHY);
  }

  @Test
  void aLongDetailIsCutOff() {
    DeadLetter letter = new DeadLetter("s", "r", "d".repeat(50_000), null);

    assertThat(letter.detail()).hasSize(4_001).endsWith("d…");
  }

  @Test
  void lettersOfEarlierVersionsAndOfOthersAreReadable() {
    // Given
    RecordHeaders earlier = new RecordHeaders();
    earlier.add("aidis.message", bytes("it has no value"));
    earlier.add("aidis.source-topic", bytes("aidis.session-updates"));
    earlier.add("aidis.source-partition", bytes("none"));
    earlier.add("aidis.source-offset", bytes("1"));

    // When
    DeadLetter read = DeadLetter.of(earlier);

    // Then
    assertThat(read).isEqualTo(new DeadLetter("", "", "it has no value", null));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
