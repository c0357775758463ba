/** How light and fast the dashboard is. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.dashboard;
