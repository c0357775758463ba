/** Tests of {@code dev.aidis.cli.config}. */
@NullMarked
package dev.aidis.cli.config;

import org.jspecify.annotations.NullMarked;
