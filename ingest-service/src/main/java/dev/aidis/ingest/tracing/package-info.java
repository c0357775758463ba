/** What clients tell, as the first step of a trace. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.tracing;
