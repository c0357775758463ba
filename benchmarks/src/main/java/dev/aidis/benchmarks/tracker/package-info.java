/** A whole tracker as a user starts it, and its clients. */
@NullMarked
package dev.aidis.benchmarks.tracker;

import org.jspecify.annotations.NullMarked;
