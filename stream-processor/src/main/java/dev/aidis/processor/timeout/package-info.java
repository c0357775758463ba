/**
 * Timing sessions out by the wall clock, on quiet partitions too, and never while a backlog is
 * still being read.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.processor.timeout;
