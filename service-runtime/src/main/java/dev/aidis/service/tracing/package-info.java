/**
 * Which work belongs together: W3C traces over OpenTelemetry's SDK, exported by OTLP, and their ids
 * in the log. Switched off, nothing of OpenTelemetry is even loaded.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.service.tracing;
