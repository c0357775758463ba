/**
 * The session as callers see it: reading it, waiting until an effect is visible, choosing the
 * project.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.session;
