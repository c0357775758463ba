package dev.aidis.schemas;

/** What closed a session. The order is part of the wire format: add at the end only. */
public enum Closure {
  /** Nothing: activity within the gap continues it. */
  OPEN,
  /**
   * A {@code session_ended} activity, the last in the session. Nothing merges across it but by a
   * {@code session_joined}.
   */
  ENDED,
  /** A {@code session_started} activity within the gap began the next session. */
  CUT_BY_START,
  /** The session reached its greatest length without a gap. */
  CUT_BY_LENGTH,
  /** The gap went by on the wall clock. Soft: late activity within the gap amends or reopens it. */
  TIMED_OUT
}
