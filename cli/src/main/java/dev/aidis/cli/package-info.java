/** The {@code aidis} command: where it starts and what all commands share. */
@NullMarked
package dev.aidis.cli;

import org.jspecify.annotations.NullMarked;
