/** {@code aidis dead-letters}: what was not counted, and why. */
@org.jspecify.annotations.NullMarked
package dev.aidis.cli.deadletter;
