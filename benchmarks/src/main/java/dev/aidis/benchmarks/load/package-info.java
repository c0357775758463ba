/** The activities that benchmarks send, and the check that they arrived. */
@NullMarked
package dev.aidis.benchmarks.load;

import org.jspecify.annotations.NullMarked;
