/** What tools take: parameters, their types, and the arguments of a call checked against them. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp.argument;
