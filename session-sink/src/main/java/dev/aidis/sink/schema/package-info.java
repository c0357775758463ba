/** The database schema: its versions, and waiting for a database to have it in. */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink.schema;
