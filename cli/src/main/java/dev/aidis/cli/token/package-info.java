/** The tokens that let other machines in. */
@NullMarked
package dev.aidis.cli.token;

import org.jspecify.annotations.NullMarked;
