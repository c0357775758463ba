/** Who may come in: only this machine, and no page of a foreign site. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.access;
