/** What every benchmark shares. Each subject has a package with a {@code Main}. */
@NullMarked
package dev.aidis.benchmarks;

import org.jspecify.annotations.NullMarked;
