/** What is remembered of each tracker key, in Kafka Streams key-value stores with changelogs. */
@org.jspecify.annotations.NullMarked
package dev.aidis.processor.store;
