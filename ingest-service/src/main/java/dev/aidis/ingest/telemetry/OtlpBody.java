package dev.aidis.ingest.telemetry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request of OTLP, of at most {@link #MAX_BYTES} once it is unpacked. */
record OtlpBody(JsonMapper json) {
  static final int MAX_BYTES = 8 * 1024 * 1024;
  private static final int PIECE = 16 * 1024;

  /**
   * The message as OTLP has it in JSON.
   *
   * @throws RefusedExportException if there is no such message
   */
  JsonNode read(HttpServletRequest request, Encoding encoding, OtlpMessage message)
      throws IOException {
    byte[] body = unpacked(request);
    try {
      JsonNode read =
          encoding == Encoding.PROTOBUF ? ProtobufReader.read(body, message) : json.readTree(body);
      if (!read.isObject()) {
        throw new RefusedExportException(
            HttpStatus.BAD_REQUEST, "The body must be one JSON object, an export request of OTLP.");
      }
      return read;
    } catch (JacksonException e) {
      throw new RefusedExportException(
          HttpStatus.BAD_REQUEST, "The body is not JSON: " + e.getOriginalMessage() + ".");
    } catch (IllegalArgumentException e) {
      throw new RefusedExportException(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] unpacked(HttpServletRequest request) throws IOException {
    String packed = request.getHeader("Content-Encoding");
    try (InputStream in = request.getInputStream()) {
      return switch (packed == null ? "identity" : packed.strip().toLowerCase(Locale.ROOT)) {
        case "identity", "" -> bounded(in);
        case "gzip" -> bounded(new GZIPInputStream(in, PIECE));
        default ->
            throw new RefusedExportException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The Content-Encoding must be gzip or absent.");
      };
    } catch (ZipException | java.io.EOFException e) {
      throw new RefusedExportException(
          HttpStatus.BAD_REQUEST, "The body is not packed with gzip as its Content-Encoding says.");
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      body.write(piece, 0, read);
      if (body.size() > MAX_BYTES) {
        throw new RefusedExportException(
            HttpStatus.CONTENT_TOO_LARGE,
            "The body has more than " + MAX_BYTES + " bytes; export more often.");
      }
    }
    return body.toByteArray();
  }
}
