/** Tests of {@code dev.aidis.queries.page}. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.page;
