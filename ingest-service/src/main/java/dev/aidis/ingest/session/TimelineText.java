package dev.aidis.ingest.session;

/** What an activity says of itself in the timeline: one line, not too long. */
public final class TimelineText {
  private static final int MAX_LENGTH = 300;

  private TimelineText() {}

  /** Such as {@code Created task: Add refresh tokens}. */
  public static String of(String deed, String about) {
    String line = (deed + ": " + about).replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
  }
}
