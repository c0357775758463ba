@org.jspecify.annotations.NullMarked
package dev.aidis.queries.stats;
