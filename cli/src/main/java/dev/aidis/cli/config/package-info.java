/** What the user told this command to remember: where the tracker is, and who they are. */
@NullMarked
package dev.aidis.cli.config;

import org.jspecify.annotations.NullMarked;
