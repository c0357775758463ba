package dev.aidis.schemas;

/** A time that cannot be one of an activity, see {@link ActivityLimits}. */
public final class TimeOutOfRangeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  TimeOutOfRangeException(String message) {
    super(message);
  }
}
