/**
 * The stream processor alone: how fast it drains a topic, beside the session windows of the Kafka
 * Streams DSL.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.processor;
