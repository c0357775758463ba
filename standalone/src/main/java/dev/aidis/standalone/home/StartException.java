package dev.aidis.standalone.home;

/**
 * The tracker cannot start. The message is one line for the person at the terminal: what is wrong
 * and what to do about it.
 */
public final class StartException extends RuntimeException {
  public StartException(String message) {
    super(message);
  }

  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
