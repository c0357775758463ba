/** How long the answers take when there is much to read. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.queries;
