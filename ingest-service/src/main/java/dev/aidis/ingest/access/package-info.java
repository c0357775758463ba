/** Who may come in, in whose name, how often and with how much. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.access;
