/** The plan's own way of recording, the baseline. */
@NullMarked
package dev.aidis.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
