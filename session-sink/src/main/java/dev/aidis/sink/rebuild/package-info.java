/**
 * Rebuilds the database from a replay of the log: beside the tables that are read, then, in one
 * transaction, these are made equal to what was built.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink.rebuild;
