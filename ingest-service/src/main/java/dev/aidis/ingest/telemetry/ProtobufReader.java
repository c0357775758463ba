package dev.aidis.ingest.telemetry;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an OTLP message in protobuf as the JSON that OTLP has for it, so that both are understood
 * by the same code. Only the fields of {@link OtlpMessage} are kept; every other one is passed
 * over, as protobuf wants it.
 *
 * <p>Written by hand because a library for it would be larger than the service that uses it.
 */
final class ProtobufReader {
  /** OTLP nests 9 messages at most, but for lists of lists as values. */
  private static final int MAX_DEPTH = 50;

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer bytes;

  private ProtobufReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @throws IllegalArgumentException with a sentence, if the bytes are no such message
   */
  static ObjectNode read(byte[] bytes, OtlpMessage message) {
    return new ProtobufReader(bytes).message(message, bytes.length, 0);
  }

  private ObjectNode message(OtlpMessage message, int end, int depth) {
    if (depth > MAX_DEPTH) {
      throw malformed("it nests more than " + MAX_DEPTH + " messages");
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (bytes.position() < end) {
      long tag = varint(end);
      OtlpMessage.Field field = message.field(tag >>> 3);
      int wireType = (int) (tag & 7);
      if (field == null || field.type().wireType() != wireType) {
        skip(wireType, end);
      } else {
        read(field, object, end, depth);
      }
    }
    return object;
  }

  private void read(OtlpMessage.Field field, ObjectNode into, int end, int depth) {
    switch (field.type()) {
      case TEXT -> into.put(field.name(), text(end));
      case FLAG -> into.put(field.name(), varint(end) != 0);
      case NUMBER -> into.put(field.name(), varint(end));
      case FIXED -> into.put(field.name(), fixed(end));
      case UNSIGNED -> into.put(field.name(), new BigInteger(Long.toUnsignedString(fixed(end))));
      case DECIMAL -> into.put(field.name(), Double.longBitsToDouble(fixed(end)));
      case MESSAGE -> into.set(field.name(), message(field.of(), inner(end), depth + 1));
      case MESSAGES -> {
        ArrayNode list = into.withArrayProperty(field.name());
        list.add(message(field.of(), inner(end), depth + 1));
      }
    }
  }

  private String text(int end) {
    byte[] text = new byte[inner(end) - bytes.position()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private long fixed(int end) {
    requireLeft(Long.BYTES, end);
    return bytes.getLong();
  }

  /** Where what is written with its length ends. */
  private int inner(int end) {
    long length = varint(end);
    requireLeft(length, end);
    return bytes.position() + (int) length;
  }

  private void skip(int wireType, int end) {
    switch (wireType) {
      case VARINT -> varint(end);
      case FIXED64 -> advance(Long.BYTES, end);
      case LENGTH -> bytes.position(inner(end));
      case FIXED32 -> advance(Integer.BYTES, end);
      default -> throw malformed("there is no wire type " + wireType);
    }
  }

  private void advance(int count, int end) {
    requireLeft(count, end);
    bytes.position(bytes.position() + count);
  }

  private long varint(int end) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      requireLeft(1, end);
      byte next = bytes.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw malformed("a number is longer than 10 bytes");
  }

  private void requireLeft(long count, int end) {
    if (count < 0 || count > end - bytes.position()) {
      throw malformed("it ends in the middle of a value");
    }
  }

  private IllegalArgumentException malformed(String why) {
    return new IllegalArgumentException(
        "The body is no protobuf message of OTLP: at byte " + bytes.position() + " " + why + ".");
  }
}
