/** All findings on one page. */
@org.jspecify.annotations.NullMarked
package dev.aidis.benchmarks.overview;
