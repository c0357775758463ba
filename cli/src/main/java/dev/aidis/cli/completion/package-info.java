/** {@code aidis completion}: scripts that let shells complete. */
@NullMarked
package dev.aidis.cli.completion;

import org.jspecify.annotations.NullMarked;
