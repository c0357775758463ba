/** Tests of {@code dev.aidis.sink.intake}. */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink.intake;
