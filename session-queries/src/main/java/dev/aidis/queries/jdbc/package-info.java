/** What reading Postgres needs beside JDBC. */
@org.jspecify.annotations.NullMarked
package dev.aidis.queries.jdbc;
