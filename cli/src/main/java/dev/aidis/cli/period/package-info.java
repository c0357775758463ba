/** From when and until when, as users write it. */
@NullMarked
package dev.aidis.cli.period;

import org.jspecify.annotations.NullMarked;
