/** The tools, over ports; what carries their calls and answers stays outside. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp.tool;
