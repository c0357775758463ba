package dev.aidis.ingest.mcp.offer;

import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;

/** Reads a resource. */
@FunctionalInterface
public interface ResourceReader {

  /**
   * What is there now.
   *
   * @throws NoSuchResourceException if there is none of that name
   * @throws io.modelcontextprotocol.spec.McpError if it cannot be read
   */
  ReadResourceResult read(Dialog dialog, ReadResourceRequest request);
}
