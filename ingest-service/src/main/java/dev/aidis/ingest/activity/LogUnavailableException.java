package dev.aidis.ingest.activity;

import org.jspecify.annotations.Nullable;

/** The log acknowledged nothing. The message is a sentence for the caller. */
public final class LogUnavailableException extends RuntimeException {

  public LogUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
