/** From acknowledged to visible in Postgres. */
@NullMarked
package dev.aidis.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
