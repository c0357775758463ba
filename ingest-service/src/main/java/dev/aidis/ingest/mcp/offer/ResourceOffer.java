package dev.aidis.ingest.mcp.offer;

import io.modelcontextprotocol.spec.McpSchema.Resource;

/** A resource that is listed. */
public record ResourceOffer(Resource resource, ResourceReader reader) {}
