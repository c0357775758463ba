/** What callers write: files that texts mention, and sentences about what cannot be read. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.input;
