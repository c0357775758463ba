package dev.aidis.processor.store;

import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.serde.WireCodecs;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The value of the store {@code current-sessions}.
 *
 * @param session the newest session of the tracker key, if it has one
 * @param looseEnd position of the last end that closed nothing, where that is later than the
 *     session
 */
record CurrentSession(@Nullable Session session, @Nullable Position looseEnd) {
  /**
   * The version of this value's layout: a version byte, a flag, the loose end's position, the
   * session's own encoding.
   */
  private static final byte VERSION = 1;

  static final CurrentSession NONE = new CurrentSession(null, null);

  /** The position of the last activity. */
  @Nullable Position frontier() {
    if (session == null || looseEnd == null) {
      return session == null ? looseEnd : session.last();
    }
    return looseEnd.isAfter(session.last()) ? looseEnd : session.last();
  }

  byte[] encode() {
    byte[] sessionBytes = session == null ? new byte[0] : WireCodecs.SESSION.encode(session);
    int positionBytes = looseEnd == null ? 0 : StoreKeys.positionBytes();
    ByteBuffer value = ByteBuffer.allocate(2 + positionBytes + sessionBytes.length);
    value.put(VERSION).put((byte) (looseEnd == null ? 0 : 1));
    if (looseEnd != null) {
      StoreKeys.put(looseEnd, value);
    }
    return value.put(sessionBytes).array();
  }

  static CurrentSession decode(byte @Nullable [] bytes) {
    if (bytes == null) {
      return NONE;
    }
    ByteBuffer value = ByteBuffer.wrap(bytes);
    byte version = value.get();
    if (version != VERSION) {
      throw new IllegalStateException(
          "current session of layout " + version + ", this program reads " + VERSION);
    }
    Position looseEnd = value.get() == 0 ? null : StoreKeys.position(value);
    if (!value.hasRemaining()) {
      return new CurrentSession(null, looseEnd);
    }
    byte[] session = new byte[value.remaining()];
    value.get(session);
    return new CurrentSession(WireCodecs.SESSION.decode(session), looseEnd);
  }
}
