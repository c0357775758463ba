package dev.aidis.ingest.keeping;

import dev.aidis.schemas.AppendTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A Kafka record as JSON, byte for byte: key, value and headers in Base64. */
final class RecordLine {
  private RecordLine() {}

  static void write(JsonGenerator json, ConsumerRecord<byte[], byte[]> one) {
    json.writeStartObject();
    json.writeNumberProperty("partition", one.partition());
    json.writeNumberProperty("offset", one.offset());
    json.writeNumberProperty(
        "appendedAt", AppendTime.of(one.headers(), one.timestamp()).toEpochMilli());
    bytes(json, "key", one.key());
    bytes(json, "value", one.value());
    json.writeArrayPropertyStart("headers");
    for (Header header : one.headers()) {
      json.writeStartObject();
      json.writeStringProperty("name", header.key());
      bytes(json, "value", header.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * The record to be appended again. It tells when it was appended first.
   *
   * @param partitions of the backup's topics and of these: where they are as many, each record goes
   *     to the partition it was in
   */
  static ProducerRecord<byte[], byte[]> read(JsonNode line, String topic, Partitions partitions) {
    Headers headers = new RecordHeaders();
    line.path("headers")
        .forEach(header -> headers.add(header.path("name").asString(""), bytes(header, "value")));
    if (headers.lastHeader(AppendTime.HEADER) == null) {
      long appendedAt = line.path("appendedAt").asLong();
      headers.add(AppendTime.header(Instant.ofEpochMilli(appendedAt)));
    }
    byte[] key = bytes(line, "key");
    int partition = line.path("partition").asInt();
    return new ProducerRecord<>(
        topic, partitions.of(partition, key), key, bytes(line, "value"), headers);
  }

  /**
   * How many partitions there are.
   *
   * @param there in the tracker that the backup is of
   * @param here in this one
   */
  record Partitions(int there, int here) {

    /** Null where the key decides. */
    @Nullable Integer of(int partition, byte @Nullable [] key) {
      if (there == here) {
        return partition;
      }
      return key == null ? partition % here : null;
    }
  }

  /** The headers of a line, by name. */
  static Map<String, byte @Nullable []> headers(JsonNode line) {
    Map<String, byte @Nullable []> headers = new HashMap<>();
    line.path("headers")
        .forEach(header -> headers.put(header.path("name").asString(""), bytes(header, "value")));
    return headers;
  }

  private static void bytes(JsonGenerator json, String name, byte @Nullable [] bytes) {
    if (bytes != null) {
      json.writeStringProperty(name, Base64.getEncoder().encodeToString(bytes));
    }
  }

  private static byte @Nullable [] bytes(JsonNode line, String name) {
    JsonNode text = line.get(name);
    return text == null ? null : Base64.getDecoder().decode(text.stringValue());
  }
}
