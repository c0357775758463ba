/**
 * What Claude Code's hooks tell, as activities: reading a payload, knowing where its client works,
 * what each event means, and answering so that the assistant never waits.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.hooks;
