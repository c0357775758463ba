@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.tracing;
