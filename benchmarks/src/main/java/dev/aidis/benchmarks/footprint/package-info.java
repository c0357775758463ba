/** What a tracker takes of the machine, and how long it takes to come back. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.footprint;
