package dev.aidis.ingest.live;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A server-sent event.
 *
 * @param id what a client that lost its connection says it heard last; absent where that does not
 *     tell where to go on
 * @param data JSON on one line
 */
public record Event(String name, @Nullable String id, String data) {

  static final String SESSION = "session";
  static final String IDLE = "idle";
  static final String ACTIVITY = "activity";
  static final String DROPPED = "dropped";

  /** Whether it tells how things stand, so that only the last of its kind is of interest. */
  boolean isState() {
    return name.equals(SESSION) || name.equals(IDLE);
  }

  /** As it goes over the wire. */
  public byte[] bytes() {
    String told =
        (id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n";
    return told.getBytes(StandardCharsets.UTF_8);
  }
}
