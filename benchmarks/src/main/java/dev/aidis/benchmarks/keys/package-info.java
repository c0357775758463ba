/** What an activity costs the processor as tracker keys become more. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.keys;
