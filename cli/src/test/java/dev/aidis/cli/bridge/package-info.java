/** Tests of {@code dev.aidis.cli.bridge}. */
@NullMarked
package dev.aidis.cli.bridge;

import org.jspecify.annotations.NullMarked;
