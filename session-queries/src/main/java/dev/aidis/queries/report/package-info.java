/**
 * Draws sessions as text for terminals. Texts of users are data: escapes and control characters do
 * not get through, and what is too wide is cut or wrapped by the columns it takes.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.report;
