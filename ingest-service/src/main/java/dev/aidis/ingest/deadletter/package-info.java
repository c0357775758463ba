/** Reads the records that were not counted. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.deadletter;
