/** What an update costs the sink and its database as the rows grow more. */
@NullMarked
package dev.aidis.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
