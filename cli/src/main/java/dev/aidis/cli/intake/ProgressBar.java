package dev.aidis.cli.intake;

import java.util.Locale;

/** Draws how much of something is done. */
public final class ProgressBar {
  private static final int LENGTH = 24;

  private ProgressBar() {}

  /** Such as {@code ██████░░░░ }, or with {@code #} and {@code .} where there is only ASCII. */
  public static String of(long done, long total, boolean unicode) {
    int filled = total <= 0 ? LENGTH : Math.clamp(done * LENGTH / total, 0, LENGTH);
    return (unicode ? "█" : "#").repeat(filled)
        + (unicode ? "░" : ".").repeat(LENGTH - filled)
        + " ";
  }

  static String percent(long done, long total) {
    return String.format(
        Locale.ROOT, "%3d %%", total <= 0 ? 100 : Math.min(100, done * 100 / total));
  }
}
