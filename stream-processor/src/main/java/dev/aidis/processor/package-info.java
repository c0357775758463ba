/**
 * The Kafka Streams topology: activities in, session updates out. What a session is stands in
 * {@code dev.aidis.domain}; this module keeps its state in key-value stores, times sessions out by
 * the wall clock and sees to it that nothing disappears.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.processor;
