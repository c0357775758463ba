package dev.aidis.git;

import org.jspecify.annotations.Nullable;

/**
 * A repository could not be read; the message is a sentence that says which, why and what to do.
 */
public final class GitException extends RuntimeException {
  GitException(String message) {
    super(message);
  }

  GitException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
