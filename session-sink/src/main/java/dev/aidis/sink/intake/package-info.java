/**
 * Takes session updates from Kafka: each record is written or, if it can never be, told to the dead
 * letters. What fails for a reason that passes is tried again until it succeeds.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink.intake;
