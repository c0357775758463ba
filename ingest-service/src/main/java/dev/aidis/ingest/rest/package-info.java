/** The REST API under {@code /api/v1}. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.rest;
