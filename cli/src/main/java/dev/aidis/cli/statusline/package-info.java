/** The line about the session at hand. */
@NullMarked
package dev.aidis.cli.statusline;

import org.jspecify.annotations.NullMarked;
