/** Tests of {@code dev.aidis.cli.tracker}. */
@NullMarked
package dev.aidis.cli.tracker;

import org.jspecify.annotations.NullMarked;
