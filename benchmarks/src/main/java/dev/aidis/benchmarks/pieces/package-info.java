/** What the hot pieces cost by themselves, by JMH. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.pieces;
