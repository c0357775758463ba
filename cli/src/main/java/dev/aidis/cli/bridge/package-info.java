/** The stdio bridge: an MCP server for assistants that start one, over the tracker's endpoint. */
@NullMarked
package dev.aidis.cli.bridge;

import org.jspecify.annotations.NullMarked;
