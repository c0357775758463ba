/** Tests of the command as its users meet it, and what they share. */
@NullMarked
package dev.aidis.cli;

import org.jspecify.annotations.NullMarked;
