package dev.aidis.sink.intake;

import dev.aidis.archive.ArchiveException;
import java.sql.SQLException;
import java.util.Set;

/** Tells failures of the database that pass from those that come again with the same content. */
final class SqlFailure {
  /** SQLState classes: data exception, integrity constraint violation, program limit exceeded. */
  private static final Set<String> ABOUT_CONTENT = Set.of("22", "23", "54");

  private SqlFailure() {}

  static boolean isAboutContent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ArchiveException) {
        return false;
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().length() == 5
          && ABOUT_CONTENT.contains(sql.getSQLState().substring(0, 2))) {
        return true;
      }
    }
    return false;
  }
}
