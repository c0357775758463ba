/**
 * Writes batches of session updates to Postgres: one transaction a batch, a handful of statements
 * whatever the number of updates. A batch may be written again, whole or in other pieces.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink.write;
