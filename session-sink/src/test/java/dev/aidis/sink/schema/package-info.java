/** Tests of {@code dev.aidis.sink.schema}. */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink.schema;
