package dev.aidis.ingest.deadletter;

import dev.aidis.schemas.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record on {@code aidis.dead-letters}.
 *
 * @param partition where the letter lies
 * @param at when it became a dead letter
 * @param stage the service that gave it up
 * @param reason a word, such as {@code not_avro}
 * @param detail a sentence
 * @param key its key as text; what is no UTF-8 shows as replacement characters
 * @param source where the record itself lies, if known
 * @param valueBytes length of the value in the letter
 * @param cut what the letter lacks of the record; absent if it is whole
 * @param valueText the start of the value, where that is text
 * @param valueHex the start of the value in hexadecimal, where it is none
 */
public record StoredLetter(
    int partition,
    long offset,
    Instant at,
    String stage,
    String reason,
    String detail,
    @Nullable String key,
    DeadLetter.@Nullable Source source,
    int valueBytes,
    @Nullable String cut,
    @Nullable String valueText,
    @Nullable String valueHex) {
  private static final int START_OF_VALUE = 512;

  static StoredLetter of(ConsumerRecord<byte[], byte[]> letter) {
    DeadLetter why = DeadLetter.of(letter.headers());
    byte[] value = letter.value() == null ? new byte[0] : letter.value();
    byte[] start = Arrays.copyOf(value, Math.min(value.length, START_OF_VALUE));
    String text = text(start);
    return new StoredLetter(
        letter.partition(),
        letter.offset(),
        Instant.ofEpochMilli(letter.timestamp()),
        why.stage(),
        why.reason(),
        why.detail(),
        letter.key() == null ? null : new String(letter.key(), StandardCharsets.UTF_8),
        why.source(),
        value.length,
        DeadLetter.cutOf(letter.headers()),
        text,
        text == null ? HexFormat.ofDelimiter(" ").formatHex(start) : null);
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t') ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
