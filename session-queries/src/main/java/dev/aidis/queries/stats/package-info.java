/** Statistics of an owner's sessions over a period. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.stats;
