package dev.aidis.ingest.hooks;

import java.util.Locale;

/** What became of a hook's event. */
enum Outcome {
  /** The log has acknowledged its activities. */
  RECORDED,

  /** The log has not yet; recording goes on without the assistant. */
  ON_ITS_WAY,

  /** A later event tells the same with its result: {@code PreToolUse}. */
  TOLD_LATER,

  /** The use of one of this tracker's own tools, which was recorded as it was called. */
  TOLD_BY_MCP,

  /** The session was ended, and that an assistant stops does not begin another. */
  AFTER_END,

  /** An event that this version does not know. */
  UNKNOWN_EVENT,

  /** It lacks what it is about: the name of a tool. */
  INCOMPLETE,

  /** The request cannot be read; the caller was told why. */
  REFUSED,

  /** The log did not take it; the caller was told. */
  FAILED;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
