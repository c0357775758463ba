/** What the official conformance suite wants to be offered; see docs/mcp.md. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp.conformance;
