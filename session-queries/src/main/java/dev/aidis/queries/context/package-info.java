/** What an assistant is told about the current session, and the advice that follows from it. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.context;
