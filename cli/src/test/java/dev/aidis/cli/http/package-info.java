/** Tests of {@code dev.aidis.cli.http}. */
@NullMarked
package dev.aidis.cli.http;

import org.jspecify.annotations.NullMarked;
