package dev.aidis.schemas.fact;

import java.util.Optional;

/** The folders in which Claude Code keeps transcripts are named after where it was started. */
public final class TranscriptFolder {
  private TranscriptFolder() {}

  /**
   * The part of a directory that the folder is named after, such as {@code /home/ada/shop} for
   * {@code -home-ada-shop}: every character but letters and digits is a dash there.
   *
   * @param directory that Claude Code was in at some time
   */
  public static Optional<String> start(String folder, String directory) {
    boolean named = directory.replaceAll("[^A-Za-z0-9]", "-").startsWith(folder);
    boolean whole =
        directory.length() == folder.length()
            || (directory.length() > folder.length()
                && "/\\".indexOf(directory.charAt(folder.length())) >= 0);
    return named && whole && !folder.isEmpty()
        ? Optional.of(directory.substring(0, folder.length()))
        : Optional.empty();
  }
}
