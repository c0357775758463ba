/**
 * What clients are offered, whatever revision of the protocol they speak: tools, prompts and
 * resources with what they do, and what they can ask and tell the client meanwhile.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp.offer;
