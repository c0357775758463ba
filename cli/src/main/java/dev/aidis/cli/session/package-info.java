/** Commands that show sessions. */
@NullMarked
package dev.aidis.cli.session;

import org.jspecify.annotations.NullMarked;
