package dev.aidis.ingest.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a caller may have meant by a name that does not exist. */
public final class Suggestion {
  private static final int MAX_DISTANCE = 2;
  private static final int MAX_LENGTH = 60;

  private Suggestion() {}

  /**
   * The sentence about an unknown name: with the nearest known one, or with all of them.
   *
   * @param what such as {@code field}
   */
  public static String forUnknown(String what, String name, Collection<String> known) {
    String way =
        nearest(name, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElseGet(() -> "known are " + String.join(", ", known.stream().sorted().toList()));
    return "unknown " + what + " '" + abbreviate(name) + "'; " + way;
  }

  static Optional<String> nearest(String name, Collection<String> known) {
    String wanted = plain(abbreviate(name));
    return known.stream()
        .filter(candidate -> distance(wanted, plain(candidate)) <= MAX_DISTANCE)
        .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))));
  }

  /** At most 60 characters of a text that came from outside. */
  public static String abbreviate(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  private static String plain(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
