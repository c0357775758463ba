package dev.aidis.ingest.telemetry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The two encodings of OTLP over HTTP; an answer comes in that of its request. */
enum Encoding {
  JSON("json"),
  PROTOBUF("x-protobuf");

  private static final int NUMBER_FIELD = 1 << 3;
  private static final int FIRST_MESSAGE = (1 << 3) | 2;
  private static final int SECOND_TEXT = (2 << 3) | 2;

  private final String subtype;

  Encoding(String subtype) {
    this.subtype = subtype;
  }

  MediaType mediaType() {
    return new MediaType("application", subtype);
  }

  /**
   * @throws RefusedExportException for any other type
   */
  static Encoding of(@Nullable String contentType) {
    for (Encoding encoding : values()) {
      if (encoding.isMeantBy(contentType)) {
        return encoding;
      }
    }
    throw new RefusedExportException(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "The Content-Type must be application/json or application/x-protobuf.");
  }

  private boolean isMeantBy(@Nullable String contentType) {
    try {
      return contentType != null
          && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(mediaType());
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /**
   * An {@code Export…ServiceResponse}: empty if nothing was rejected.
   *
   * @param counted the name of the count in JSON
   */
  byte[] answer(Rejections rejections, String counted) {
    if (this == JSON) {
      return (rejections.count() == 0
              ? "{}"
              : "{\"partialSuccess\":{\"%s\":\"%d\",\"errorMessage\":%s}}"
                  .formatted(counted, rejections.count(), quoted(rejections.reason())))
          .getBytes(StandardCharsets.UTF_8);
    }
    if (rejections.count() == 0) {
      return new byte[0];
    }
    byte[] partial = numberAndText(rejections.count(), rejections.reason());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(FIRST_MESSAGE);
    varint(partial.length, out);
    out.writeBytes(partial);
    return out.toByteArray();
  }

  /** A {@code google.rpc.Status}. */
  byte[] status(int code, String message) {
    return this == JSON
        ? "{\"code\":%d,\"message\":%s}"
            .formatted(code, quoted(message))
            .getBytes(StandardCharsets.UTF_8)
        : numberAndText(code, message);
  }

  private static byte[] numberAndText(long number, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(NUMBER_FIELD);
    varint(number, out);
    out.write(SECOND_TEXT);
    varint(bytes.length, out);
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  private static void varint(long value, ByteArrayOutputStream out) {
    long left = value;
    for (; left > 0x7F; left >>>= 7) {
      out.write((int) ((left & 0x7F) | 0x80));
    }
    out.write((int) left);
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
