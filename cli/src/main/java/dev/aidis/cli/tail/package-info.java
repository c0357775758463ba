/** {@code aidis tail}: what happens, as it happens. */
@NullMarked
package dev.aidis.cli.tail;

import org.jspecify.annotations.NullMarked;
