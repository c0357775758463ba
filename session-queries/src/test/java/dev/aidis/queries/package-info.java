/** Tests of {@code dev.aidis.queries}. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries;
