/** From the sender to committed rows, through the whole tracker. */
@NullMarked
package dev.aidis.benchmarks.whole;

import org.jspecify.annotations.NullMarked;
