package dev.aidis.schemas;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Why a record was not counted: the headers of a record on {@link Topics#DEAD_LETTERS}, whose key
 * and value are those of the record itself.
 *
 * @param stage the service that gave it up, such as {@code session-sink}
 * @param reason a word for programs, such as {@code not_avro}
 * @param detail a sentence for people; what goes on beyond 4,000 characters is cut off
 * @param source where the record lies, if known
 */
public record DeadLetter(String stage, String reason, String detail, @Nullable Source source) {
  /** What a record may weigh with key, value and headers to be kept whole as a dead letter. */
  public static final int LARGEST = Topics.MAX_RECORD_BYTES - (128 << 10);

  /** How much of a larger one's value is kept, to recognise it by; the source has the rest. */
  public static final int START = 64 << 10;

  private static final int START_OF_KEY = 4 << 10;
  private static final int LONGEST_DETAIL = 4_000;
  private static final int BYTES_BESIDE_A_HEADER = 10;

  private static final String STAGE = "aidis.stage";
  private static final String REASON = "aidis.reason";
  private static final String DETAIL = "aidis.detail";
  private static final String SOURCE_TOPIC = "aidis.source-topic";
  private static final String SOURCE_PARTITION = "aidis.source-partition";
  private static final String SOURCE_OFFSET = "aidis.source-offset";
  private static final String CUT = "aidis.cut";

  /** What letters of earlier versions have in the place of {@link #DETAIL}. */
  private static final String MESSAGE = "aidis.message";

  /** The place of a record in the log. */
  public record Source(String topic, int partition, long offset) {
    @Override
    public String toString() {
      return topic + "-" + partition + " at offset " + offset;
    }
  }

  public DeadLetter {
    detail = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
  }

  /**
   * The letter for a record: as it came, with these headers added. Of a record heavier than {@link
   * #LARGEST} only the start of key and value, and a header {@code aidis.cut} that says so.
   */
  public ProducerRecord<byte[], byte[]> letter(
      byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    List<String> cut = new ArrayList<>();
    byte[] keptKey = key;
    byte[] keptValue = value;
    Headers kept = new RecordHeaders(headers);
    if ((long) length(key) + length(value) + weight(headers) > LARGEST) {
      keptKey = start("key", key, START_OF_KEY, cut);
      keptValue = start("value", value, START, cut);
      kept = new RecordHeaders();
      if (headers.iterator().hasNext()) {
        cut.add("headers of " + weight(headers) + " bytes");
      }
    }
    put(kept, STAGE, stage);
    put(kept, REASON, reason);
    put(kept, DETAIL, detail);
    if (source != null) {
      put(kept, SOURCE_TOPIC, source.topic());
      put(kept, SOURCE_PARTITION, Integer.toString(source.partition()));
      put(kept, SOURCE_OFFSET, Long.toString(source.offset()));
    }
    if (!cut.isEmpty()) {
      put(kept, CUT, String.join(", ", cut));
    }
    return new ProducerRecord<>(Topics.DEAD_LETTERS, null, keptKey, keptValue, kept);
  }

  /** Reads a letter's headers; what is missing is empty. */
  public static DeadLetter of(Headers headers) {
    String detail = text(headers, DETAIL);
    return new DeadLetter(
        orElse(text(headers, STAGE), ""),
        orElse(text(headers, REASON), ""),
        orElse(detail == null ? text(headers, MESSAGE) : detail, ""),
        sourceOf(headers));
  }

  /** What is missing of the record, in words; absent if it is whole. */
  public static @Nullable String cutOf(Headers headers) {
    return text(headers, CUT);
  }

  private static @Nullable Source sourceOf(Headers headers) {
    String topic = text(headers, SOURCE_TOPIC);
    String partition = text(headers, SOURCE_PARTITION);
    String offset = text(headers, SOURCE_OFFSET);
    if (topic == null || partition == null || offset == null) {
      return null;
    }
    try {
      return new Source(topic, Integer.parseInt(partition), Long.parseLong(offset));
    } catch (NumberFormatException e) {
      return null; // of a record that brought such headers along
    }
  }

  private static byte @Nullable [] start(
      String part, byte @Nullable [] bytes, int most, List<String> cut) {
    if (bytes == null || bytes.length <= most) {
      return bytes;
    }
    cut.add(part + " of " + bytes.length + " bytes");
    return Arrays.copyOf(bytes, most);
  }

  private static long weight(Headers headers) {
    long weight = 0;
    for (Header header : headers) {
      weight += header.key().length() + length(header.value()) + BYTES_BESIDE_A_HEADER;
    }
    return weight;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(Headers headers, String name) {
    Header last = headers.lastHeader(name);
    return last == null || last.value() == null
        ? null
        : new String(last.value(), StandardCharsets.UTF_8);
  }

  private static String orElse(@Nullable String text, String absent) {
    return text == null ? absent : text;
  }
}
