package dev.aidis.sink.schema;

/** The database was written by a newer program than this one. */
public final class SchemaTooNewException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  SchemaTooNewException(String found, String known) {
    super(
        "the database has schema version "
            + found
            + ", this program knows versions up to "
            + known
            + ": start the newer AIDIS again, or use another database");
  }
}
