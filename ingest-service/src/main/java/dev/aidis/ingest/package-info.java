/**
 * The front door: takes activities in over MCP and REST, writes them to Kafka, and answers from
 * Postgres.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest;
