/** How well {@code git-metrics} agrees with git, and how long a measurement takes. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.git;
