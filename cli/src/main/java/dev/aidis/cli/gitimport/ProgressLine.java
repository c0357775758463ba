package dev.aidis.cli.gitimport;

import java.time.Duration;
import java.util.Locale;

/** One line that says how far an import is. */
final class ProgressLine {
  private static final int BAR = 24;

  private ProgressLine() {}

  /** For a terminal, such as {@code ██████░░░ 25 % 3,503/14,012 commits 4,321 activities/s}. */
  static String withBar(long done, long total, long sent, Duration elapsed) {
    int filled = total == 0 ? BAR : Math.toIntExact(done * BAR / total);
    return "█".repeat(filled) + "░".repeat(BAR - filled) + " " + plain(done, total, sent, elapsed);
  }

  static String plain(long done, long total, long sent, Duration elapsed) {
    long percent = total == 0 ? 100 : done * 100 / total;
    return String.format(
        Locale.ROOT,
        "%3d %%  %,d/%,d commits  %,d activities/s  %s left",
        percent,
        done,
        total,
        rate(sent, elapsed),
        left(done, total, elapsed));
  }

  static long rate(long count, Duration elapsed) {
    long millis = Math.max(1, elapsed.toMillis());
    return count * 1000 / millis;
  }

  private static String left(long done, long total, Duration elapsed) {
    if (done == 0) {
      return "?";
    }
    long seconds = elapsed.toMillis() * (total - done) / done / 1000;
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
