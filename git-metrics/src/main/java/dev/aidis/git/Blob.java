package dev.aidis.git;

/** The content of a blob as far as a diff needs it. */
final class Blob {
  static final Blob ABSENT = new Blob(false, new long[0]);
  static final Blob BINARY = new Blob(true, new long[0]);

  /** Bytes of the content in which a zero byte makes it binary, as git has it. */
  static final int BYTES_LOOKED_AT = 8000;

  private final boolean binary;
  private final long[] lines;

  Blob(boolean binary, long[] lines) {
    this.binary = binary;
    this.lines = lines;
  }

  /** Whether git would not diff it as text. */
  boolean binary() {
    return binary;
  }

  /** One hash for each line, its line feed included; empty where binary. Not to be changed. */
  long[] lines() {
    return lines;
  }

  static boolean isBinary(byte[] content, int length) {
    int end = Math.min(length, BYTES_LOOKED_AT);
    for (int i = 0; i < end; i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
