/** Sentences for callers who sent something that cannot be read. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.input;
