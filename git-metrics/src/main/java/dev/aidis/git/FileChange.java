package dev.aidis.git;

/**
 * What a commit did to one file, as a line of {@code git log --numstat} says it.
 *
 * @param path of the file after the commit; of a deleted file, the path it had
 * @param linesAdded 0 for a binary file
 * @param linesRemoved 0 for a binary file
 * @param binary whether git shows {@code -} instead of lines
 */
public record FileChange(String path, int linesAdded, int linesRemoved, boolean binary) {}
