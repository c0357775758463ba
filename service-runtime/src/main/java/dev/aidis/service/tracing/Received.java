package dev.aidis.service.tracing;

/**
 * A record that came from a topic.
 *
 * @param headers what it says of its trace
 */
public record Received(String topic, int partition, long offset, Carrier headers) {}
