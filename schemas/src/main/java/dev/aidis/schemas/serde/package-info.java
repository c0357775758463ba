/**
 * How the wire records are written as bytes: Avro binary in single-object encoding (magic, schema
 * fingerprint, body), so that any reader finds the schema a record was written with.
 *
 * <p>{@link dev.aidis.schemas.serde.WireCodecs} holds the codecs, {@link
 * dev.aidis.schemas.serde.WireSerde} makes them Kafka serdes.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.schemas.serde;
