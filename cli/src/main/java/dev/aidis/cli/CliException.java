package dev.aidis.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with a sentence for its user: what is wrong and what to do. */
public final class CliException extends RuntimeException {
  /** Something failed. */
  public static final int FAILURE = 1;

  /** The command was used wrongly. */
  public static final int USAGE = 2;

  /** The tracker is not running, or cannot be reached. */
  public static final int NOT_RUNNING = 3;

  private final int exitCode;

  private CliException(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public static CliException failure(String message) {
    return new CliException(FAILURE, message, null);
  }

  public static CliException failure(String message, Throwable cause) {
    return new CliException(FAILURE, message, cause);
  }

  public static CliException usage(String message) {
    return new CliException(USAGE, message, null);
  }

  public static CliException notRunning(String message, @Nullable Throwable cause) {
    return new CliException(NOT_RUNNING, message, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
