/** Tests of {@code dev.aidis.cli.gitimport}. */
@NullMarked
package dev.aidis.cli.gitimport;

import org.jspecify.annotations.NullMarked;
