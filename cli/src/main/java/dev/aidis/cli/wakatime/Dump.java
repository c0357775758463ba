package dev.aidis.cli.wakatime;

import dev.aidis.cli.http.Json;
import dev.aidis.cli.intake.Unreadable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The file that WakaTime makes of "Export, heartbeats": {@code {"user": …, "range": …, "days":
 * [{"date": …, "heartbeats": […]}]}}. Read heartbeat by heartbeat, however long it is.
 */
final class Dump {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path file;
  private final Unreadable unreadable;
  private long days;

  Dump(Path file, Unreadable unreadable) {
    this.file = file;
    this.unreadable = unreadable;
  }

  /** How many days it had. */
  long days() {
    return days;
  }

  /** Takes a heartbeat and where it stands in the file. */
  @FunctionalInterface
  interface Visitor {
    void heartbeat(Json heartbeat, String where);
  }

  /**
   * @param progress told how many bytes are read of how many
   * @return whether the file holds days at all
   */
  boolean read(Visitor visitor, BiConsumer<Long, Long> progress) throws IOException {
    long size = Files.size(file);
    try (Counted in = new Counted(Files.newInputStream(file));
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && readDump(parser, visitor, () -> progress.accept(in.count, size));
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null ? file.toString() : file + ":" + e.getLocation().getLineNr();
      unreadable.add(where, "broken off or not JSON: " + e.getOriginalMessage());
      return days > 0;
    }
  }

  private boolean readDump(JsonParser parser, Visitor visitor, Runnable progress) {
    boolean found = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("days")) {
        found = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readDay(parser, visitor, progress);
        }
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  private void readDay(JsonParser parser, Visitor visitor, Runnable progress) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      unreadable.add(where(parser), "a day must be an object");
      parser.skipChildren();
      return;
    }
    days++;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("heartbeats")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readHeartbeat(parser, visitor);
          progress.run();
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readHeartbeat(JsonParser parser, Visitor visitor) {
    String where = where(parser);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      visitor.heartbeat(Json.read(parser), where);
    } else {
      unreadable.add(where, "a heartbeat must be an object");
      parser.skipChildren();
    }
  }

  private String where(JsonParser parser) {
    return file + ":" + parser.currentTokenLocation().getLineNr();
  }

  /** Counts what is read through it. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count += Math.max(n, 0);
      return n;
    }
  }
}
