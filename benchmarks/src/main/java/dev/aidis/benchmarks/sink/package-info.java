/** The sink alone: how fast it drains the updates, beside the plan's own way of writing. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.sink;
