package dev.aidis.cli.keeping;

import dev.aidis.cli.CliException;
import dev.aidis.cli.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads the JSON lines that a tracker sends; each is {@code {"kind":value}}. */
final class Lines {
  private static final String END = "end";

  private Lines() {}

  /** Takes one line after the other, its value as it was written. */
  @FunctionalInterface
  interface Visitor {
    void visit(String kind, String value) throws IOException;
  }

  /**
   * Reads all lines but the last one, which must say that nothing is missing.
   *
   * @return what the last line counts, by kind
   */
  static Json read(InputStream in, Visitor visitor) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      int colon = line.indexOf("\":");
      if (!line.startsWith("{\"") || colon < 0 || !line.endsWith("}")) {
        throw brokenOff();
      }
      String kind = line.substring(2, colon);
      String value = line.substring(colon + 2, line.length() - 1);
      if (kind.equals(END)) {
        return Json.read(value).orElseThrow(Lines::brokenOff);
      }
      visitor.visit(kind, value);
    }
    throw brokenOff();
  }

  private static CliException brokenOff() {
    return CliException.failure(
        "the tracker stopped in the middle, nothing is written: see `aidis logs`, then try again");
  }
}
