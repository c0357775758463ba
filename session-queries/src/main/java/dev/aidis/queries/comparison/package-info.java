/** What makes one session more productive than another. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.comparison;
