/**
 * The contracts between the services: what travels on the topics, how it is written as bytes, and
 * how the topics are made.
 *
 * <p>Everything here is immutable. Wire types change only compatibly: a field is added at the end
 * with a default, a new schema version is published beside the old ones, and old golden files stay
 * readable.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.schemas;
