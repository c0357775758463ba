/** The MCP endpoint {@code /mcp} and its tools. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp;
