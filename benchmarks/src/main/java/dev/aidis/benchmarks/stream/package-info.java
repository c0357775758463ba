/** A running processor, those who give it work, and what that costs. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.stream;
