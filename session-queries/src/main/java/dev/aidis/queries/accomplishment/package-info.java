/** What was accomplished in the last sessions. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.accomplishment;
