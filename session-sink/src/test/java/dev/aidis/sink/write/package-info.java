/** Tests of {@code dev.aidis.sink.write}. */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink.write;
