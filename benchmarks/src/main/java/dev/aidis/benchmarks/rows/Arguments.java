package dev.aidis.benchmarks.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * What to measure.
 *
 * @param updates of each round and database
 * @param rounds the one before, which is not counted, not among them
 * @param sizes of the databases, growing; the first is what the others are compared with
 */
record Arguments(int updates, int rounds, List<Size> sizes) {
  private static final int LEAST_UPDATES = 100;
  private static final List<String> DEFAULTS =
      List.of("150000", "5", "1000000", "10000000", "50000000");

  Arguments {
    if (updates < LEAST_UPDATES) {
      throw new IllegalArgumentException(
          updates + " updates a round: " + LEAST_UPDATES + " is the least");
    }
    if (rounds < 1) {
      throw new IllegalArgumentException(rounds + " rounds: one is the least");
    }
    for (int next = 1; next < sizes.size(); next++) {
      if (sizes.get(next).rows() <= sizes.get(next - 1).rows()) {
        throw new IllegalArgumentException(
            "name the sizes from the least to the greatest, once each");
      }
    }
    sizes = List.copyOf(sizes);
  }

  /**
   * Updates a round, rounds and sizes; those that are missing at the end have their defaults.
   *
   * @throws IllegalArgumentException with a sentence for whom typed them
   */
  static Arguments of(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (all.size() < DEFAULTS.size()) {
      int sizesBegin = 2;
      int from = all.size() > sizesBegin ? DEFAULTS.size() : all.size();
      all.addAll(DEFAULTS.subList(from, DEFAULTS.size()));
    }
    return new Arguments(
        Math.toIntExact(number(all.get(0))),
        Math.toIntExact(number(all.get(1))),
        all.stream().skip(2).map(size -> new Size(number(size))).toList());
  }

  private static long number(String argument) {
    try {
      return Long.parseLong(argument);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + argument + "' is no number; the arguments are: updates rounds rows...", e);
    }
  }
}
