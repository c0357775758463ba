/** Tests of {@code dev.aidis.cli.keeping}. */
@NullMarked
package dev.aidis.cli.keeping;

import org.jspecify.annotations.NullMarked;
