/** {@code aidis import git}: a repository's history as activities. */
@NullMarked
package dev.aidis.cli.gitimport;

import org.jspecify.annotations.NullMarked;
