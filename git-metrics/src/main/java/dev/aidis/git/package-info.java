/** Commits and their lines added and removed, read from git repositories by JGit. */
@NullMarked
package dev.aidis.git;

import org.jspecify.annotations.NullMarked;
