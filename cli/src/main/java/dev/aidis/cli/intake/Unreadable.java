package dev.aidis.cli.intake;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What could not be read of an import's files, and where it stands. */
public final class Unreadable {
  private static final int NAMED = 20;

  private final List<String> named = new ArrayList<>();
  private long count;

  /**
   * @param where such as a file with a line
   * @param why as a sentence goes on behind a colon
   */
  public void add(String where, String why) {
    count++;
    if (named.size() < NAMED) {
      named.add(where + ": " + why);
    }
  }

  public long count() {
    return count;
  }

  /** Names the first ones, and says how many there are. */
  public void tell(PrintStream err) {
    if (count == 0) {
      return;
    }
    err.printf(Locale.ROOT, "aidis: skipped %,d that could not be read:%n", count);
    named.forEach(one -> err.println("  " + one));
    if (count > named.size()) {
      err.printf(Locale.ROOT, "  and %,d more%n", count - named.size());
    }
  }
}
