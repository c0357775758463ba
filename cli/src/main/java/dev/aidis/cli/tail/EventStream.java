package dev.aidis.cli.tail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events, as the HTML standard defines them (9.2.6). */
final class EventStream {
  private EventStream() {}

  /**
   * One event.
   *
   * @param id the last that the stream has given, of this event or of one before
   */
  record Event(String name, String data, @Nullable String id) {}

  /**
   * Hands over each event as it comes, until the stream ends.
   *
   * @param each says whether it takes more
   */
  static void read(InputStream stream, Predicate<Event> each) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    String name = "";
    StringBuilder data = new StringBuilder();
    String id = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          data.setLength(data.length() - 1);
          if (!each.test(new Event(name.isEmpty() ? "message" : name, data.toString(), id))) {
            return;
          }
        }
        name = "";
        data.setLength(0);
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "event" -> name = value;
        case "data" -> data.append(value).append('\n');
        case "id" -> id = value;
        default -> {} // comments (an empty field) keep the connection alive
      }
    }
  }
}
