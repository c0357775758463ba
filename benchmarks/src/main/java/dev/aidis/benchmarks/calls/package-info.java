/** Tool calls over MCP and batches over REST: how many are acknowledged, and how soon. */
@NullMarked
package dev.aidis.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
