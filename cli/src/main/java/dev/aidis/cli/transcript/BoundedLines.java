package dev.aidis.cli.transcript;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a file line by line; a line that is too long for the memory is passed over. */
final class BoundedLines {
  /** Pictures are in the transcript as text. */
  static final int LONGEST = 64 * 1024 * 1024;

  private final InputStream in;
  private final int longest;
  private long bytes;

  BoundedLines(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /** Takes a line; {@code text} is empty for one that is too long. */
  @FunctionalInterface
  interface Visitor {
    void line(long number, String text, boolean tooLong);
  }

  /** How much has been read. */
  long bytes() {
    return bytes;
  }

  void forEach(Visitor visitor) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
    long number = 1;
    long length = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      bytes++;
      if (b == '\n') {
        tell(visitor, number, line, length);
        line.reset();
        length = 0;
        number++;
      } else if (length++ < longest) {
        line.write(b);
      }
    }
    if (length > 0) {
      tell(visitor, number, line, length);
    }
  }

  private void tell(Visitor visitor, long number, ByteArrayOutputStream line, long length) {
    boolean tooLong = length > longest;
    visitor.line(number, tooLong ? "" : line.toString(StandardCharsets.UTF_8), tooLong);
  }
}
