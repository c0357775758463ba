package dev.aidis.cli.intake;

import java.util.Locale;

/** Draws how much of something is done. */
final class ProgressBar {
  private static final int LONGEST = 24;

  /** A shorter bar says less than the number beside it. */
  private static final int SHORTEST = 6;

  private ProgressBar() {}

  /**
   * Such as {@code ██████░░░░ }, or with {@code #} and {@code .} where there is only ASCII; nothing
   * where there is no room.
   *
   * @param room columns that are left for it
   */
  static String of(long done, long total, int room, boolean unicode) {
    int length = Math.min(LONGEST, room - 1);
    if (length < SHORTEST) {
      return "";
    }
    int filled =
        total <= 0 ? length : Math.toIntExact(Math.clamp(done * length / total, 0, length));
    return (unicode ? "█" : "#").repeat(filled)
        + (unicode ? "░" : ".").repeat(length - filled)
        + " ";
  }

  static String percent(long done, long total) {
    return String.format(
        Locale.ROOT, "%3d %%", total <= 0 ? 100 : Math.min(100, done * 100 / total));
  }
}
