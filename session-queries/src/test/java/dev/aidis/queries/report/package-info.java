/** Tests of {@code dev.aidis.queries.report}. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.report;
