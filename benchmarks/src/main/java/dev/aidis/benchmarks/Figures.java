package dev.aidis.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What several measurements say together. */
public final class Figures {
  private Figures() {}

  /**
   * @throws IllegalArgumentException when there are none
   */
  public static double median(Collection<Double> values) {
    double[] sorted = sorted(values);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The least value that at least that share of all values does not exceed.
   *
   * @param share from above 0 to 1, as 0.99
   * @throws IllegalArgumentException when there are no values
   */
  public static double quantile(Collection<Double> values, double share) {
    double[] sorted = sorted(values);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The median and, in brackets, the least and the greatest: rounded to whole numbers. */
  public static String spread(Collection<Double> values) {
    double[] sorted = sorted(values);
    return String.format(
        Locale.ROOT,
        "%,.0f (%,.0f to %,.0f)",
        median(values),
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /** The same with two digits after the point, as ratios need them. */
  public static String exactSpread(Collection<Double> values) {
    double[] sorted = sorted(values);
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", median(values), sorted[0], sorted[sorted.length - 1]);
  }

  /**
   * Of what took turns: the first of ours to the first of the others, and so on.
   *
   * @throws IllegalArgumentException when there are not as many of both
   */
  public static List<Double> ratios(List<Double> ours, List<Double> others) {
    if (ours.size() != others.size()) {
      throw new IllegalArgumentException(
          "%d rounds beside %d".formatted(ours.size(), others.size()));
    }
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round) / others.get(round));
    }
    return ratios;
  }

  private static double[] sorted(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
