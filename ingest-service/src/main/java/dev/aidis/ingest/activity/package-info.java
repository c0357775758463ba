/**
 * Writing activities to the log: the port, Kafka behind it, and the rule about machines' clocks.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.activity;
