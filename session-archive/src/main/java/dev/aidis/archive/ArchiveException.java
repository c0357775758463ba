package dev.aidis.archive;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A month cannot be archived or brought back as things are. The message says why and what to do. No
 * failure of the month's content: a writer that needs the month waits until it is mended.
 */
public final class ArchiveException extends SQLException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
