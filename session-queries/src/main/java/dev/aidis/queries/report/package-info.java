/**
 * Reports for people: what each of them says, as a {@link dev.aidis.queries.page.Page}. Everything
 * is immutable and thread-safe.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.report;
