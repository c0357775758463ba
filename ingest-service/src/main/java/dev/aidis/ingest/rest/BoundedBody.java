package dev.aidis.ingest.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request's JSON, which must not be larger than {@link #MAX_BYTES}. */
public final class BoundedBody {
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private final JsonMapper json;

  BoundedBody(JsonMapper json) {
    this.json = json;
  }

  /** Anything else is refused, and {@link Problems} tells the caller why. */
  public JsonNode read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw tooLarge();
    }
    try (InputStream bounded = new Bounded(request.getInputStream())) {
      return json.readTree(bounded);
    } catch (JacksonException e) {
      throw RefusedRequestException.badRequest(
          "The body is not JSON: " + e.getOriginalMessage() + place(e) + ".");
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 1
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static RefusedRequestException tooLarge() {
    return new RefusedRequestException(
        HttpStatus.CONTENT_TOO_LARGE,
        "The body has more than " + MAX_BYTES + " bytes; send fewer activities at once.");
  }

  private static final class Bounded extends FilterInputStream {
    private long left = MAX_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw tooLarge();
      }
    }
  }
}
