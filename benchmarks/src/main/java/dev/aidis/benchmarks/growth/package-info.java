/** What an activity costs the processor as its session grows. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.growth;
