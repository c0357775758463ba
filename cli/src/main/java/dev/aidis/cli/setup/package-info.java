/** Connecting assistants with the tracker, by their own settings. */
@org.jspecify.annotations.NullMarked
package dev.aidis.cli.setup;
