/** Tests of {@code dev.aidis.cli.period}. */
@NullMarked
package dev.aidis.cli.period;

import org.jspecify.annotations.NullMarked;
