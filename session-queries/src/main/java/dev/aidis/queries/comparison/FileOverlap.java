package dev.aidis.queries.comparison;

import java.util.List;

/**
 * The files of two sessions, modified or mentioned.
 *
 * @param common number of files in both
 * @param onlyFirst number of files in the first alone
 * @param onlySecond number of files in the second alone
 * @param files those in both first, then most often modified first, at most {@value #MOST}
 */
public record FileOverlap(long common, long onlyFirst, long onlySecond, List<SharedFile> files) {
  public static final int MOST = 50;

  public FileOverlap {
    files = List.copyOf(files);
  }

  /**
   * @param timesFirst how often it was modified in the first session
   * @param timesSecond how often it was modified in the second session
   */
  public record SharedFile(
      String path, boolean inFirst, boolean inSecond, long timesFirst, long timesSecond) {

    /** Whether it belongs to both. */
    public boolean common() {
      return inFirst && inSecond;
    }
  }
}
