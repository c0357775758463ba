package dev.aidis.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** What a user may have meant by a word that a command does not know. */
final class Nearest {
  private Nearest() {}

  /** The option or subcommand that comes nearest to what stands in a command line. */
  static Optional<String> to(String argument, CommandSpec command) {
    String word = argument.replaceFirst("(?s)=.*", "");
    Collection<String> known =
        word.startsWith("-")
            ? command.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Stream.of(option.names()))
                .toList()
            : command.subcommands().keySet();
    return to(word, known);
  }

  /** The nearest one, if no more than a third of the word, or one letter, is mistyped. */
  static Optional<String> to(String word, Collection<String> known) {
    int most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> mistakes(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> mistakes(word, candidate)));
  }

  /**
   * How many letters are missing, too many, or others, two that changed places counting once: the
   * optimal string alignment. Picocli's own measure compares pairs of letters, and has no bound.
   */
  private static int mistakes(String a, String b) {
    int[][] least = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int changed = least[i - 1][j - 1] + (same ? 0 : 1);
        least[i][j] = Math.min(changed, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least[i][j] = Math.min(least[i][j], 1 + least[i - 2][j - 2]);
        }
      }
    }
    return least[a.length()][b.length()];
  }
}
