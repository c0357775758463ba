/** Ports to what is asked about sessions beyond the sessions themselves. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.answers;
