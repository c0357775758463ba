/** Whether Kafka and Postgres can be reached. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.health;
