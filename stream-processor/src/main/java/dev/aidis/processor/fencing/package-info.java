/**
 * Sees to it that a processor that was replaced, but does not know it yet, can commit nothing.
 *
 * <p>Under exactly-once Kafka recognizes it by the offsets in its transaction: they come with the
 * member's generation, which is checked ("KIP-447"). A transaction without offsets is not checked.
 * Kafka Streams makes such ones: of what punctuators write on tasks that have read no record since
 * they were assigned (since KAFKA-14294). Ours time out sessions so.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.processor.fencing;
