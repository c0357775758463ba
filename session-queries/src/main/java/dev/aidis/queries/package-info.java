/**
 * Reads what the sink wrote to Postgres. Everything is immutable or stateless and thread-safe; a
 * database that does not answer is a {@link org.springframework.dao.DataAccessException}.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries;
