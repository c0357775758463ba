/** The service under test, with fakes behind it. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest;
