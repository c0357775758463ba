/** Tables that hold years of work already, for those who measure what comes on top. */
@NullMarked
package dev.aidis.benchmarks.population;

import org.jspecify.annotations.NullMarked;
