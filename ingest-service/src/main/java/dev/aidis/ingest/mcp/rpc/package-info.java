/** JSON-RPC messages as clients send them, and errors as they are answered with. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp.rpc;
