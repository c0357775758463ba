/** Showing how far long work is. */
@NullMarked
package dev.aidis.cli.progress;

import org.jspecify.annotations.NullMarked;
