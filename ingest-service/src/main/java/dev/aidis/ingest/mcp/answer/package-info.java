/** What tools answer for programs: JSON objects and their schemas, written down once for both. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp.answer;
