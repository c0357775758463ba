package dev.aidis.queries;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a full-text query of what a user types: each word must occur, as the beginning of one. */
final class Words {
  private Words() {}

  /**
   * Refuses a text by which nothing can be looked for; met by everything, it would look as if all
   * of that matched.
   */
  static void requireWord(@Nullable String text) {
    if (text != null && query(text) == null) {
      throw new IllegalArgumentException(
          "text '%s' holds no word to look for; give letters or digits"
              .formatted(text.length() > 60 ? text.substring(0, 60) + "…" : text));
    }
  }

  /** The query; absent where no word is asked for. */
  static @Nullable String query(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String query =
        Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> "'" + word.toLowerCase(Locale.ROOT) + "':*")
            .collect(Collectors.joining(" & "));
    return query.isEmpty() ? null : query;
  }
}
