package dev.aidis.sink.intake;

/** Why a record is not written. */
public enum DropReason {
  /** It has no value. */
  EMPTY("empty"),
  /** Its value cannot be read as a session update. */
  MALFORMED("malformed"),
  /** The database refuses its content. */
  REFUSED("refused-by-database"),
  /** The sink fails on it, whatever the database says. */
  UNWRITABLE("unwritable");

  private final String wireName;

  DropReason(String wireName) {
    this.wireName = wireName;
  }

  /** The name in headers of dead letters and in metrics. */
  public String wireName() {
    return wireName;
  }
}
