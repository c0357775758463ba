/** Reads what callers send, with sentences for those who sent what cannot be read. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.input;
