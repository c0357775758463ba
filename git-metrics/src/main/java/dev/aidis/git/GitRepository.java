package dev.aidis.git;

import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a repository beside its commits.
 *
 * @param name of the origin's repository, or of the directory without an origin
 * @param location the origin's address without user and password, or the root directory
 * @param branch checked out, or that a bare repository's HEAD names; null if HEAD is detached
 * @param userEmail the {@code user.email} in force in the repository, as git says if there is one
 * @param shallow whether the history is cut off: its oldest commits seem to add every file
 * @param partial whether it was cloned with a filter: files that git has not fetched since then
 *     cannot be read. Stays so when all were fetched, for git notes nothing of that
 */
public record GitRepository(
    String name,
    String location,
    @Nullable String branch,
    @Nullable String userEmail,
    boolean shallow,
    boolean partial) {}
