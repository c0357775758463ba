/** How long a person or an assistant waits for the command line. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.startup;
