/** {@code aidis import claude-code}: reads the transcripts that Claude Code keeps. */
@NullMarked
package dev.aidis.cli.transcript;

import org.jspecify.annotations.NullMarked;
