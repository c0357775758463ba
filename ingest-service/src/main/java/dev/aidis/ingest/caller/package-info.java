/** Who calls: the owner, workspace, machine and client that an activity is recorded under. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.caller;
