/** {@code aidis git measure}: what was written in a repository since the last time. */
@NullMarked
package dev.aidis.cli.measure;

import org.jspecify.annotations.NullMarked;
