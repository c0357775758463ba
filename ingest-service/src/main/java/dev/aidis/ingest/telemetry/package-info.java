/**
 * What AI used up: an OTLP receiver for the telemetry of assistants. What counts and why: {@code
 * docs/telemetry.md}.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.telemetry;
