package dev.aidis.ingest.mcp.tool;

/**
 * What a client may tell its user before it calls a tool.
 *
 * @param idempotent whether a second call with the same arguments changes nothing more
 */
public record Hints(boolean readOnly, boolean destructive, boolean idempotent) {
  static final Hints READS = new Hints(true, false, true);

  /** Each call adds something. */
  static final Hints ADDS = new Hints(false, false, false);

  /** A second call leaves things as they are. */
  static final Hints SETS = new Hints(false, false, true);
}
