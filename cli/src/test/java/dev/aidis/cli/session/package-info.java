/** Tests of {@code dev.aidis.cli.session}. */
@NullMarked
package dev.aidis.cli.session;

import org.jspecify.annotations.NullMarked;
