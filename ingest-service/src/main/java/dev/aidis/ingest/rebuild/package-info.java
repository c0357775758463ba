/** The port to what can rebuild the database, where there is such a thing. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.rebuild;
